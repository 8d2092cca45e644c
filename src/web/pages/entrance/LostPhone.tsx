import { m } from '../../../messages/messages.js';
import type { Proof } from './OtherProofs.tsx';

/** What to do when the authenticator is gone: a disclosure that opens without scripts. */
export function LostPhone({ methods }: { methods: readonly Proof[] }) {
  const steps = [
    ...(methods.includes('backup_code') ? [m.auth_lost_backup()] : []),
    ...(methods.includes('passkey') ? [m.auth_lost_passkey()] : []),
    m.auth_lost_trusted(),
    m.auth_lost_reset(),
  ];
  return (
    <details className="group rounded-card border border-line bg-surface">
      <summary className="target w-full cursor-pointer list-none justify-between gap-4 px-4 text-14 font-semibold">
        {m.auth_lost_title()}
        <svg
          viewBox="0 0 12 12"
          aria-hidden="true"
          fill="none"
          className="size-3.5 shrink-0 stroke-current stroke-[1.6] transition-transform group-open:rotate-180"
        >
          <path d="M2 4l4 4 4-4" />
        </svg>
      </summary>
      <ul className="grid gap-2.5 border-t border-line p-4 text-14">
        {steps.map((step) => (
          <li key={step} className="flex gap-3">
            <span aria-hidden="true" className="mt-2 size-1.5 shrink-0 rounded-full bg-edge" />
            {step}
          </li>
        ))}
      </ul>
    </details>
  );
}
