import { m } from '../../../messages/messages.js';
import { formatTime } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { SecuritySection } from './AccountSection.tsx';

interface BackupCodesProps {
  title: string;
  codes: string[];
  email: string;
  /** ISO 8601. */
  madeAt: string;
  next: string;
}

/** Ten codes, shown this once: to copy, to keep in a file, or to print. */
export function BackupCodes({ title, codes, email, madeAt, next }: BackupCodesProps) {
  const { market, timeZone } = useShell();
  const about = m.codes_about({
    email,
    date: formatTime(madeAt, 'date', timeZone, market.locale),
  });
  const file = `${about}\n\n${codes.join('\n')}\n\n${m.codes_once()}\n`;
  return (
    <SecuritySection title={title} intro={m.codes_text()}>
      <div className="print:hidden">
        <Alert tone="warning">{m.codes_shown_once()}</Alert>
      </div>
      <p className="hidden text-14 print:block">{about}</p>
      <ol
        id="codes"
        className="grid grid-cols-1 gap-y-1 rounded-card border border-line bg-surface p-5 font-mono text-16 sm:grid-cols-[repeat(2,max-content)] sm:gap-x-10 sm:text-14 lg:text-16"
      >
        {codes.map((code) => (
          <li key={code} className="py-1 whitespace-nowrap">
            {code}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-3 print:hidden">
        <Button
          type="button"
          tone="quiet"
          hidden
          data-copies="codes"
          data-done-text={m.codes_copied()}
        >
          {m.codes_copy()}
        </Button>
        <ButtonLink
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
          download="etude-backup-codes.txt"
          tone="quiet"
        >
          {m.codes_download()}
        </ButtonLink>
        <Button type="button" tone="quiet" hidden data-prints>
          {m.codes_print()}
        </Button>
      </div>
      <p className="border-t border-line pt-6 print:hidden">
        <ButtonLink href={next} size="large">
          {m.codes_kept()}
        </ButtonLink>
      </p>
    </SecuritySection>
  );
}
