/** A request, however it came: over HTTP, or handed in by a test in the same process. */
export interface WebRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: string;
  header(name: string): string | undefined;
  readonly body: Buffer;
}

export interface WebAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** What a JSON body says, for who is in the same process. */
  data?: object;
}

/** `drop` closes the connection, `hang` leaves it open without a word. */
export type Answered = WebAnswer | 'drop' | 'hang';

export function redirect(location: string): WebAnswer {
  return { status: 303, headers: { location }, body: '' };
}
