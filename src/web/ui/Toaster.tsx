import { Toast } from '@base-ui/react/toast';
import type { ReactNode } from 'react';
import { m } from '../../messages/messages.js';

/** Gives the components inside a way to say something briefly: `useToasts().add({ title })`. */
export function Toaster({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed inset-x-4 bottom-4 z-50 mx-auto grid max-w-sm gap-2">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

export const useToasts = Toast.useToastManager;

function Toasts() {
  return useToasts().toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="flex items-start justify-between gap-3 rounded-card bg-inverse p-4 text-on-inverse shadow-soft transition data-ending-style:opacity-0 data-starting-style:opacity-0"
    >
      <div>
        <Toast.Title className="font-sans text-14 font-semibold" />
        <Toast.Description className="text-14" />
      </div>
      <Toast.Close aria-label={m.ui_close()} className="-m-2 grid size-11 shrink-0 place-items-center">
        <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 stroke-current stroke-[1.5]">
          <path d="M3 3l10 10M13 3L3 13" />
        </svg>
      </Toast.Close>
    </Toast.Root>
  ));
}
