import { m } from '../../messages/messages.js';
import type { FormProblem } from '../api/problem.ts';

/** The summary above a form: what is wrong, each line a link to its field. */
export function FormErrors({
  problem,
  labels,
}: {
  problem: FormProblem | undefined;
  labels: Record<string, string>;
}) {
  if (!problem) return null;
  const fields = Object.entries(problem.fields).filter(([field]) => labels[field] !== undefined);
  return (
    <div
      role="alert"
      tabIndex={-1}
      autoFocus
      className="rounded-card border border-danger bg-danger-soft p-4 text-14"
    >
      <p className="font-semibold text-danger">
        {fields.length > 0 ? m.ui_form_errors() : problem.message}
      </p>
      {fields.length > 0 ? (
        <ul className="mt-2 grid gap-1">
          {fields.map(([field, text]) => (
            <li key={field}>
              <a href={`#${field}`} className="underline underline-offset-4">
                {labels[field]}
              </a>
              {': '}
              {text}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
