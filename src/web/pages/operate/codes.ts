import { m } from '../../../messages/messages.js';
import type { Badge } from '../../ui/Badge.tsx';
import type { ComponentProps } from 'react';

type Tone = NonNullable<ComponentProps<typeof Badge>['tone']>;

/** What a code of the API is a code of; each code's message is called `operate_KIND_CODE`. */
type Kind =
  | StateKind
  /** What lives at the provider. */
  | 'subject'
  /** What a call asks of the provider. */
  | 'asks'
  | 'posting'
  | 'account'
  /** Why something was done or refused, by us or by a bank. */
  | 'why';

type StateKind =
  | 'payment'
  | 'transfer'
  | 'dispute'
  | 'refund'
  | 'call'
  | 'event'
  | 'run'
  | 'case'
  | 'problem';

const messages: Record<string, unknown> = m;

/** A code in plain words; one that the provider has invented since is at least readable. */
export function wordsOf(kind: Kind, code: string): string {
  const message = messages[`operate_${kind}_${code}`];
  return typeof message === 'function' ? String(message()) : code.replaceAll('_', ' ');
}

/** Where something stands. */
export interface State {
  text: string;
  tone: Tone;
}

const tones: Record<Exclude<Tone, 'plain'>, readonly string[]> = {
  success: ['captured', 'succeeded', 'sent', 'won', 'done', 'processed', 'settled'],
  accent: ['under_review', 'inquiry_review', 'running', 'authorised', 'card_saved', 'open'],
  warning: [
    'partly_refunded',
    'refunded',
    'inquiry',
    'parked',
    'blocked',
    'pending',
    'action_needed',
    'partly_reversed',
    'reversed',
    'reported',
  ],
  danger: ['needs_response', 'unknown', 'failed', 'lost'],
};

/** The name of a state, and how loud it is; the words always stand beside the colour. */
export function stateOf(kind: StateKind, code: string): State {
  const found = Object.entries(tones).find(([, codes]) => codes.includes(code));
  return { text: wordsOf(kind, code), tone: (found?.[0] as Tone | undefined) ?? 'plain' };
}

/** What a payment is for: "booking:UUID" as a lesson with the part of its id that tells it apart. */
export function referenceText(reference: string): string {
  const id = /^booking:[0-9a-f-]*-([0-9a-f]{12})$/.exec(reference)?.[1];
  return id ? m.operate_lesson({ id }) : reference;
}
