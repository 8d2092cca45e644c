import { hash } from 'node:crypto';
import { ApiError, invalidRequest } from './errors.ts';
import { canonicalForm } from './form.ts';

/** The first answer to a keyed request, kept for a day. `createdAt` in Unix seconds. */
export interface StoredAnswer {
  path: string;
  fingerprint: string;
  status: number;
  body: string;
  requestId: string;
  createdAt: number;
}

const keptSeconds = 24 * 60 * 60;
const keyLengthMax = 255;

export interface Idempotency {
  /** The stored answer to this very request, if there is one. Throws for a key used otherwise, or in use. */
  begin(key: string, path: string, form: string, now: number): StoredAnswer | undefined;
  finish(
    key: string,
    answer?: Pick<StoredAnswer, 'status' | 'body' | 'requestId' | 'createdAt'>,
  ): void;
}

function refuse(message: string): ApiError {
  return new ApiError(400, { type: 'idempotency_error', message });
}

function checkSameRequest(
  key: string,
  stored: StoredAnswer,
  path: string,
  fingerprint: string,
): void {
  if (stored.path !== path) {
    throw refuse(
      `The idempotency key '${key}' was first used for '${stored.path}', not for '${path}'. Use another key for another request.`,
    );
  }
  if (stored.fingerprint !== fingerprint) {
    throw refuse(
      `The idempotency key '${key}' was first used with other parameters. Use another key for another request.`,
    );
  }
}

/** `answers` is kept by the caller, so that keys outlive a restart; the locks need not. */
export function createIdempotency(answers: Map<string, StoredAnswer>): Idempotency {
  const running = new Map<string, { path: string; fingerprint: string }>();

  const forgetOld = (now: number) => {
    for (const [key, answer] of answers) {
      if (answer.createdAt + keptSeconds > now) return;
      answers.delete(key);
    }
  };

  return {
    begin(key, path, form, now) {
      if (key.length > keyLengthMax) {
        throw invalidRequest(`An idempotency key has at most ${keyLengthMax} characters.`);
      }
      forgetOld(now);
      if (running.has(key)) {
        throw invalidRequest(
          `Another request with the idempotency key '${key}' is still in progress. Try again in a moment.`,
          { code: 'idempotency_key_in_use', status: 409 },
        );
      }
      const fingerprint = hash('sha256', canonicalForm(form));
      const stored = answers.get(key);
      if (stored) {
        checkSameRequest(key, stored, path, fingerprint);
        return stored;
      }
      running.set(key, { path, fingerprint });
      return undefined;
    },
    finish(key, answer) {
      const request = running.get(key);
      running.delete(key);
      if (request && answer) answers.set(key, { ...request, ...answer });
    },
  };
}
