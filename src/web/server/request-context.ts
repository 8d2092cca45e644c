import type { Client } from 'openapi-fetch';
import type { paths } from '../api/schema.d.ts';
import type { Remember } from './memory.ts';

/** What the session says about the visitor: enough for the header, never for a permission. */
export interface Visitor {
  id: string;
  displayName: string;
  roles: string[];
  /** What an operator looks after: which pages are worth a link, never a permission. */
  scopes: string[];
  /** IANA zone. */
  timeZone: string;
  /** When they last proved who they are (ISO 8601). */
  provenAt: string;
}

/** What a page's loader or action knows about its request. */
export interface WebRequest {
  /** The API, called in-process as this visitor. Cookies the API sets reach the browser by themselves. */
  client: Client<paths>;
  visitor: Visitor | undefined;
  nonce: string;
  requestId: string;
  /** Absolute, without a trailing slash: for canonical links and structured data. */
  publicUrl: string;
  /** The browser's IANA zone when it has told us, else undefined. */
  timeZone: string | undefined;
  /** The clock's time as ISO 8601. */
  now: string;
  cookies: Record<string, string | undefined>;
  /** All that a suggestion of a market depends on, as one text. */
  signals: string;
  /** Keeps an answer that is the same for everybody for a minute, or until a topic speaks. */
  remember: Remember;
  /** Adds a Set-Cookie line to the answer. */
  setCookie(line: string): void;
  /** Address of the enhancement script. */
  enhanceUrl: string;
  /** The rendered page. Handed over as text, since a Response's body would be copied twice more. */
  html?: string;
  /** Logs what went wrong with the request's id. */
  reportError(error: unknown): void;
}
