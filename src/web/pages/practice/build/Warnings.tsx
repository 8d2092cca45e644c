import type { ReactNode } from 'react';
import { m } from '../../../../messages/messages.js';
import type { SequenceWarning } from '../../../api/types.ts';
import { TextLink } from '../../../ui/TextLink.tsx';
import { warningText } from './warning-texts.ts';

/** What is worth a thought in a sequence; `fix` may offer something to do about one. */
export function Warnings({
  warnings,
  isGuest = false,
  fix,
}: {
  warnings: readonly SequenceWarning[];
  isGuest?: boolean;
  fix?: (warning: SequenceWarning) => ReactNode;
}) {
  return (
    <section
      aria-labelledby="warnings"
      className="rounded-card border border-line bg-surface p-4 md:p-5"
    >
      <h2 id="warnings" className="text-18">
        {m.builder_warnings()}
      </h2>
      {warnings.length === 0 ? (
        <p className="mt-2 flex gap-2 text-14 text-soft">
          <Mark path="M3 8.5l3.2 3.2L13 4.8" className="text-success" />
          {m.builder_no_warnings()}
        </p>
      ) : (
        <ul className="mt-3 grid gap-3">
          {warnings.map((warning) => (
            <li key={`${warning.code} ${warning.exercise}`} className="flex gap-2 text-14">
              <Mark
                path={isGrave(warning) ? 'M8 2.5v7M8 12.8v.4' : 'M8 6.8v6M8 3.2v.4'}
                className={isGrave(warning) ? 'text-danger' : 'text-marigold-ink'}
              />
              <span className="grid justify-items-start gap-1">
                <span>
                  <span className="sr-only">{isGrave(warning) ? m.builder_grave() : ''} </span>
                  {warningText(warning)}
                </span>
                {fix?.(warning)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {isGuest ? null : (
        <p className="mt-3 border-t border-line pt-3 text-14">
          <TextLink href="/practice/cautions">{m.builder_my_cautions()}</TextLink>
        </p>
      )}
    </section>
  );
}

const isGrave = ({ code }: SequenceWarning): boolean => code === 'contraindicated';

function Mark({ path, className }: { path: string; className: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`mt-0.5 size-4 shrink-0 stroke-current stroke-2 ${className}`}
    >
      <path d={path} />
    </svg>
  );
}
