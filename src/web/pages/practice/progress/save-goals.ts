import { data, redirect } from 'react-router';
import { m } from '../../../../messages/messages.js';
import { formProblem, type FormProblem } from '../../../api/problem.ts';
import type { Progress } from '../../../api/types.ts';
import type { WebRequest } from '../../../server/request-context.ts';
import { textFields } from '../../form-fields.ts';

export type GoalKind = Progress['goals'][number]['kind'];

const kinds = ['days_per_week', 'minutes_per_week'] as const satisfies GoalKind[];

/** Sets what is filled in, drops what is empty. What the API refuses stays as typed. */
export async function saveGoals(web: WebRequest, form: FormData) {
  const typed = textFields(form, kinds);
  const fields: Record<string, string> = {};
  for (const kind of kinds) {
    const problem = await saveGoal(web, kind, typed[kind].trim());
    if (problem) fields[kind] = problem.fields['target'] ?? problem.message;
  }
  if (Object.keys(fields).length === 0) throw redirect('/practice/progress#goals', 303);
  const problem: FormProblem = { code: 'goals_refused', message: m.ui_form_errors(), fields };
  return data({ problem, typed }, { status: 422 });
}

async function saveGoal(
  { client }: WebRequest,
  kind: GoalKind,
  text: string,
): Promise<FormProblem | undefined> {
  const path = '/api/v1/me/practice-goals/{kind}';
  const params = { path: { kind } };
  if (text === '') {
    await client.DELETE(path, { params });
    return undefined;
  }
  const target = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  const range = kind === 'days_per_week' ? { min: 1, max: 7 } : { min: 5, max: 2_520 };
  if (target < 1)
    return { code: 'target_wrong', message: m.progress_goal_range(range), fields: {} };
  const answer = await client.PUT(path, { params, body: { target } });
  return answer.response.ok ? undefined : formProblem(answer.error);
}
