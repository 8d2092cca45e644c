import { m } from '../../../messages/messages.js';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { LessonDrawing } from '../../ui/drawings/LessonDrawing.tsx';

/** What teaching here means, and the step that comes first. */
export function Pitch({ step }: { step: 'join' | 'market' }) {
  const points = [
    [m.teach_pitch_hours_title(), m.teach_pitch_hours()],
    [m.teach_pitch_price_title(), m.teach_pitch_price()],
    [m.teach_pitch_paid_title(), m.teach_pitch_paid()],
  ] as const;
  return (
    <div className="page-width pt-10 md:pt-16">
      <div className="grid items-center gap-8 md:grid-cols-[1.3fr_1fr]">
        <div className="grid justify-items-start gap-5">
          <h1 className="text-36 md:text-48">{m.teach_pitch_title()}</h1>
          <p className="measure text-18 text-soft">
            {step === 'join' ? m.teach_pitch_text() : m.teach_market_first()}
          </p>
          <div className="flex flex-wrap gap-3">
            {step === 'join' ? (
              <>
                <ButtonLink href="/join?as=instructor&returnTo=%2Fteach" size="large">
                  {m.teach_pitch_join()}
                </ButtonLink>
                <ButtonLink href="/sign-in?returnTo=%2Fteach" tone="quiet" size="large">
                  {m.nav_sign_in()}
                </ButtonLink>
              </>
            ) : (
              <ButtonLink href="/market?returnTo=%2Fteach" size="large">
                {m.teach_market_choose()}
              </ButtonLink>
            )}
          </div>
        </div>
        <div className="mx-auto w-full max-w-80 text-accent">
          <LessonDrawing />
        </div>
      </div>
      <ul className="mt-14 grid gap-6 md:grid-cols-3">
        {points.map(([title, text]) => (
          <li key={title} className="grid content-start gap-1.5 border-t border-line pt-4">
            <h2 className="text-22">{title}</h2>
            <p className="text-soft">{text}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
