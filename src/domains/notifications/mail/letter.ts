/** What a mail says, before it takes a shape: HTML and text are made from the same. */
export interface Letter {
  subject: string;
  /** What the mailbox shows beside the subject. */
  preview: string;
  title: string;
  blocks: Block[];
  /** Why the receiver gets this mail. */
  reason: string;
}

export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'button'; label: string; url: string }
  | { kind: 'facts'; facts: Fact[] }
  | { kind: 'note'; text: string };

export interface Fact {
  label: string;
  value: string;
  /** A second line: the same time elsewhere, say. */
  more?: string;
  strong?: boolean;
}

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const note = (text: string): Block => ({ kind: 'note', text });
export const button = (label: string, url: string): Block => ({ kind: 'button', label, url });
export const facts = (...list: (Fact | undefined)[]): Block => ({
  kind: 'facts',
  facts: list.filter((fact) => fact !== undefined),
});
