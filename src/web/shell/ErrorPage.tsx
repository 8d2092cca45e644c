import type { ReactNode } from 'react';
import { m } from '../../messages/messages.js';
import { ButtonLink } from '../ui/ButtonLink.tsx';
import { LostDrawing } from '../ui/drawings/LostDrawing.tsx';

interface ErrorPageProps {
  status: number;
  requestId: string | undefined;
  action?: ReactNode;
}

/** What happened, what to do next, and the id to quote when asking for help. */
export function ErrorPage({ status, requestId, action }: ErrorPageProps) {
  const { title, text } = wordsFor(status);
  return (
    <div className="page-width grid justify-items-center gap-5 py-16 text-center">
      <title>{`${title} · ${m.brand()}`}</title>
      <div className="w-52 text-accent">
        <LostDrawing />
      </div>
      <h1 className="text-36">{title}</h1>
      <p className="measure text-soft">{text}</p>
      <div className="flex flex-wrap justify-center gap-3">
        {action}
        <ButtonLink href="/search">{m.error_search()}</ButtonLink>
        <ButtonLink href="/" tone="quiet">
          {m.error_home()}
        </ButtonLink>
      </div>
      {requestId ? (
        <p className="numerals text-12 text-soft">{m.error_request({ id: requestId })}</p>
      ) : null}
    </div>
  );
}

function wordsFor(status: number): { title: string; text: string } {
  if (status === 404) return { title: m.error_missing_title(), text: m.error_missing_text() };
  if (status === 401 || status === 403)
    return { title: m.error_refused_title(), text: m.error_refused_text() };
  if (status === 429) return { title: m.error_busy_title(), text: m.error_busy_text() };
  return { title: m.error_title(), text: m.error_text() };
}
