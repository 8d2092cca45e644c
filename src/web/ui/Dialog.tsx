import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactElement, ReactNode } from 'react';
import { m } from '../../messages/messages.js';

interface DialogProps {
  /** The button that opens it. */
  trigger: ReactElement<Record<string, unknown>>;
  title: string;
  description?: string;
  children: ReactNode;
}

/** A question that needs an answer first. Focus stays inside, Escape closes, focus goes back. */
export function Dialog({ trigger, title, description, children }: DialogProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/50 transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          className={
            'fixed inset-x-4 bottom-4 z-50 mx-auto max-h-[85dvh] max-w-lg overflow-auto rounded-card border border-line ' +
            'bg-surface p-6 shadow-soft transition data-ending-style:translate-y-2 data-ending-style:opacity-0 ' +
            'data-starting-style:translate-y-2 data-starting-style:opacity-0 md:top-1/2 md:bottom-auto md:-translate-y-1/2'
          }
        >
          <div className="flex items-start justify-between gap-4">
            <Base.Title className="text-22">{title}</Base.Title>
            <Base.Close aria-label={m.ui_close()} className="-mt-2 -mr-2 grid size-11 place-items-center rounded-full">
              <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 stroke-current stroke-[1.5]">
                <path d="M3 3l10 10M13 3L3 13" />
              </svg>
            </Base.Close>
          </div>
          {description ? <Base.Description className="mt-1 text-soft">{description}</Base.Description> : null}
          <div className="mt-5">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
