import { redirect } from 'react-router';
import { m } from '../../../../messages/messages.js';
import { formProblem, type FormProblem, type Problem } from '../../../api/problem.ts';
import type { WebRequest } from '../../../server/request-context.ts';
import { faultsOf } from './board.ts';
import { type Draft, readChangeSeconds, stepsOf } from './builder-form.ts';

/** Keeps the draft and leads to it; else the draft, as it can be saved next, and what is wrong. */
export async function saveDraft(
  web: WebRequest,
  draft: Draft,
  slug: string | undefined,
): Promise<{ draft: Draft; problem: FormProblem; status: number }> {
  const faults = faultsOf(draft);
  if (faults) return { draft, problem: faults, status: 422 };
  if (!web.visitor) return { draft, problem: signInFirst(), status: 401 };
  const answer = await send(web, draft, slug);
  if (answer.data) throw redirect(`/practice/sequences/${answer.data.slug}?saved=1`, 303);
  const { status } = answer.response;
  if (status === 401) return { draft, problem: signInFirst(), status };
  const problem = answer.error as Problem & { details?: { version?: number } };
  const version = problem.details?.version;
  return {
    // Who has read what happened may save over it.
    draft: version === undefined ? draft : { ...draft, version: String(version) },
    problem: formProblem(problem),
    status,
  };
}

function send(web: WebRequest, draft: Draft, slug: string | undefined) {
  const { library, name, summary } = draft;
  const changeSeconds = readChangeSeconds(draft);
  const body = { name, summary, changeSeconds, steps: stepsOf(draft.rows) };
  if (slug === undefined)
    return web.client.POST('/api/v1/me/sequences', { body: { library, ...body } });
  const version = /^\d{1,9}$/.test(draft.version) ? Math.max(1, Number(draft.version)) : 1;
  const params = { path: { slug } };
  return web.client.PUT('/api/v1/me/sequences/{slug}', { params, body: { version, ...body } });
}

const signInFirst = (): FormProblem => ({
  code: 'sign_in_required',
  message: m.builder_sign_in_first(),
  fields: {},
});
