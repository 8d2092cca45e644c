import { m } from '../../../messages/messages.js';

/** What somebody is here for; both can be had later. */
export function RoleChoice({ chosen }: { chosen: 'learner' | 'instructor' }) {
  const choices = [
    ['learner', m.auth_role_learner(), m.auth_role_learner_hint()],
    ['instructor', m.auth_role_instructor(), m.auth_role_instructor_hint()],
  ] as const;
  return (
    <fieldset>
      <legend className="text-14 font-semibold">{m.auth_role()}</legend>
      <div className="mt-1.5 grid gap-3 sm:grid-cols-2">
        {choices.map(([value, label, hint]) => (
          <label
            key={value}
            className="flex cursor-pointer items-start gap-3 rounded-control border border-edge bg-surface p-3 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="role"
              value={value}
              defaultChecked={chosen === value}
              className="mt-0.5 size-5 shrink-0 outline-none"
            />
            <span>
              <span className="block font-semibold">{label}</span>
              <span className="block text-14 text-soft">{hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
