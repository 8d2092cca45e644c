import { m } from '../../messages/messages.js';

/** The API's answer when something is wrong (RFC 9457). */
export interface Problem {
  title?: string;
  status: number;
  code?: string;
  detail?: string;
  requestId?: string;
  errors?: { field: string; code: string; detail?: string }[];
}

/** A problem as a form shows it: one sentence, and one per field. */
export interface FormProblem {
  code: string;
  message: string;
  fields: Record<string, string>;
}

/** Turns the API's problem into what a form shows beside its fields and in its summary. */
export function formProblem(problem: Problem | undefined): FormProblem {
  const fields: Record<string, string> = {};
  for (const error of problem?.errors ?? []) fields[error.field] ??= error.detail ?? error.code;
  return {
    code: problem?.code ?? 'unknown',
    message: problem?.detail ?? problem?.title ?? m.error_unexpected(),
    fields,
  };
}

/**
 * The data of an API answer; a page that can't do without it becomes an error page with the same
 * status and the request's id.
 */
export function dataOrThrow<T>(answer: { data?: T; error?: unknown; response: Response }): T {
  if (answer.data !== undefined) return answer.data;
  const problem = (answer.error ?? {}) as Problem;
  throw new Response(JSON.stringify({ requestId: problem.requestId, code: problem.code }), {
    status: answer.response.status,
    headers: { 'content-type': 'application/json' },
  });
}
