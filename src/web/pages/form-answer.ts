import { data } from 'react-router';
import { m } from '../../messages/messages.js';
import { formProblem, type FormProblem, type Problem } from '../api/problem.ts';

/** What a form's action answers when the API refuses: what is wrong, and what was typed. */
export interface FormAnswer<Typed> {
  problem: FormProblem;
  typed: Typed;
}

/** The answer for a refused form, with the API's status. Passwords are never among what was typed. */
export function refused<Typed>(answer: { error?: unknown; response: Response }, typed: Typed) {
  const problem = answer.error as Problem | undefined;
  return data<FormAnswer<Typed>>(
    { problem: inPlainWords(problem), typed },
    { status: answer.response.status },
  );
}

/** Schema errors are written for programs; people read these instead. */
function inPlainWords(problem: Problem | undefined): FormProblem {
  const { code, message, fields } = formProblem(problem);
  for (const error of problem?.errors ?? []) {
    if (error.code === 'required' || error.code === 'bad_minLength')
      fields[error.field] = m.auth_field_required();
    else if (error.code === 'bad_maxLength') fields[error.field] = m.auth_field_too_long();
    else if (error.code.startsWith('bad_')) fields[error.field] = m.auth_field_wrong();
  }
  return { code, message, fields };
}
