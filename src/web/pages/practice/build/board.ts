import { m } from '../../../../messages/messages.js';
import { dataOrThrow, type FormProblem } from '../../../api/problem.ts';
import type { CheckedSequence, ExerciseCard } from '../../../api/types.ts';
import type { WebRequest } from '../../../server/request-context.ts';
import { type Draft, readChangeSeconds, stepsMax, stepsOf, wrongRows } from './builder-form.ts';

/** What the builder shows: a draft, what it comes to, and what can be added. */
export interface Board {
  draft: Draft;
  checked: CheckedSequence;
  found: ExerciseCard[];
  /** Fields of rows are named `seconds-3`. */
  problem: FormProblem | undefined;
  /** Not signed in, so that nothing can be kept yet. */
  isGuest: boolean;
}

const foundMax = 8;

/** Asks the API about the draft. Throws its refusal of exercises that are none. */
export async function readBoard(
  web: WebRequest,
  draft: Draft,
  problem?: FormProblem,
): Promise<Board> {
  const { library, q, rows } = draft;
  const changeSeconds = readChangeSeconds(draft);
  const body = { library, steps: stepsOf(rows.slice(0, stepsMax)), changeSeconds };
  const query = { library, q: q.trim().slice(0, 100) || undefined, limit: foundMax };
  const [checked, found] = await Promise.all([
    web.client.POST('/api/v1/sequences/check', { body }).then(dataOrThrow),
    web.client.GET('/api/v1/exercises', { params: { query } }).then(dataOrThrow),
  ]);
  return { draft, checked, found: found.items, problem, isGuest: web.visitor === undefined };
}

/** What a person can see is wrong before anything is sent. */
export function faultsOf(draft: Draft): FormProblem | undefined {
  const fields: Record<string, string> = {};
  if (draft.name.trim() === '') fields['name'] = m.builder_name_missing();
  if (draft.rows.length === 0) fields['q'] = m.builder_steps_missing();
  if (draft.rows.length > stepsMax) fields['q'] = m.builder_steps_many({ count: stepsMax });
  if (readChangeSeconds(draft) === undefined) fields['changeSeconds'] = m.builder_change_wrong();
  for (const at of wrongRows(draft.rows)) fields[`seconds-${at}`] = m.builder_seconds_wrong();
  return Object.keys(fields).length > 0
    ? { code: 'typed_wrong', message: m.ui_form_errors(), fields }
    : undefined;
}
