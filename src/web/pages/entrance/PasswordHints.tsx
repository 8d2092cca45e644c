import { m } from '../../../messages/messages.js';

/** What a password needs. Where scripts run, each line is ticked while one types (see enhance/). */
export function PasswordHints({ of }: { of: string }) {
  const rules = [
    ['length', m.auth_hint_length()],
    ['upper', m.auth_hint_upper()],
    ['lower', m.auth_hint_lower()],
    ['digit', m.auth_hint_digit()],
  ] as const;
  return (
    <div data-password-hints={of} data-met-text={m.auth_hint_met()}>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-1">
        {rules.map(([rule, text]) => (
          <li
            key={rule}
            data-rule={rule}
            className="group flex items-center gap-2 data-met:text-success"
          >
            <svg
              viewBox="0 0 16 16"
              aria-hidden="true"
              fill="none"
              className="size-4 shrink-0 stroke-edge stroke-[1.6] group-data-met:stroke-success"
            >
              <circle cx="8" cy="8" r="6.5" className="group-data-met:fill-success" />
              <path
                d="M5 8.2l2.2 2.2L11.2 6"
                className="hidden stroke-surface group-data-met:inline"
              />
            </svg>
            {text}
            <span className="sr-only" />
          </li>
        ))}
      </ul>
      <p className="mt-1.5">{m.auth_hint_phrase()}</p>
    </div>
  );
}
