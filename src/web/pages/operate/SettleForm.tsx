import { m } from '../../../messages/messages.js';
import type { FormProblem } from '../../api/problem.ts';
import type { LessonProblem } from '../../api/types.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Button } from '../../ui/Button.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { Input } from '../../ui/Input.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { Textarea } from '../../ui/Textarea.tsx';
import { moneyText } from './money-text.ts';

interface SettleFormProps {
  problem: LessonProblem;
  typed: Partial<Record<string, string>>;
  refusal: FormProblem | undefined;
}

/** How a complaint ends: all, a part or nothing of the price goes back, and why. */
export function SettleForm({ problem, typed, refusal }: SettleFormProps) {
  const { locale } = useShell().market;
  const { price, kind } = problem;
  const amount = moneyText(price.minor, price.currency, locale);
  const labels = {
    back: m.operate_settle_how(),
    refundMinor: m.operate_amount({ currency: price.currency }),
    note: m.operate_settle_note(),
  };
  const choices = [
    ['all', m.operate_settle_all({ amount })],
    ['part', m.operate_settle_part()],
    ['none', m.operate_settle_none()],
  ] as const;
  return (
    <form method="post" className="grid max-w-120 gap-5">
      <h2 className="text-22">{m.operate_settle_title()}</h2>
      <FormErrors problem={refusal} labels={labels} />
      <fieldset aria-describedby={kind === 'instructor_absent' ? 'absent' : undefined}>
        <legend className="text-14 font-semibold">{labels.back}</legend>
        <div className="mt-1.5 grid gap-1">
          {choices.map(([value, label], index) => (
            <label key={value} className="flex min-h-11 cursor-pointer items-center gap-3">
              <input
                type="radio"
                name="back"
                value={value}
                id={index === 0 ? 'back' : undefined}
                defaultChecked={typed['back'] === value}
                required
                className="size-5 shrink-0"
              />
              <span className="numerals">{label}</span>
            </label>
          ))}
        </div>
        {kind === 'instructor_absent' ? (
          <p id="absent" className="text-14 text-soft">
            {m.operate_settle_absent()}
          </p>
        ) : null}
      </fieldset>
      <Input
        name="refundMinor"
        label={labels.refundMinor}
        hint={m.operate_settle_amount_hint({ amount })}
        error={refusal?.fields['refundMinor']}
        defaultValue={typed['refundMinor']}
        inputMode="decimal"
        autoComplete="off"
        maxLength={13}
        className="numerals"
      />
      <Textarea
        name="note"
        label={labels.note}
        hint={m.operate_settle_note_hint()}
        error={refusal?.fields['note']}
        defaultValue={typed['note']}
        required
        maxLength={1000}
      />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button size="large">{m.operate_settle_send()}</Button>
        <TextLink href="/operate/payments/problems">{m.operate_back()}</TextLink>
      </div>
    </form>
  );
}
