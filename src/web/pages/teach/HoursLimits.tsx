import { m } from '../../../messages/messages.js';
import { zoneName } from '../../format/times.ts';
import { Select } from '../../ui/Select.tsx';

interface HoursLimitsProps {
  typed: Record<string, string>;
  errors: Record<string, string>;
}

const minutes = (count: number) =>
  count === 0
    ? m.teach_limit_none()
    : count < 60
      ? m.teach_minutes({ minutes: count })
      : m.teach_hours_count({ count: count / 60 });
const days = (count: number) => m.teach_days_count({ count });

/** Notice, breaks and how far ahead one can book; the defaults suit most, so it is folded away. */
export function HoursLimits({ typed, errors }: HoursLimitsProps) {
  const choice = (
    name: string,
    label: string,
    values: number[],
    text: (value: number) => string,
  ) => {
    const current = Number(typed[name]) || 0;
    const options = [...new Set([...values, current])]
      .toSorted((a, b) => a - b)
      .map((value) => ({ value: String(value), label: text(value) }));
    return (
      <Select
        name={name}
        label={label}
        options={options}
        defaultValue={String(current)}
        error={errors[name]}
      />
    );
  };
  return (
    <details
      className="group rounded-card border border-line bg-surface"
      open={Object.keys(errors).some((field) => field in typed)}
    >
      <summary className="flex min-h-14 cursor-pointer list-none items-center justify-between gap-4 px-4 font-semibold">
        <span>
          {m.teach_limits_title()}
          <span className="block text-14 font-normal text-soft">
            {m.teach_limits_zone({ zone: zoneName(typed['timeZone'] ?? '') })}
          </span>
        </span>
        <svg
          viewBox="0 0 12 12"
          aria-hidden="true"
          fill="none"
          className="size-3.5 shrink-0 stroke-current stroke-[1.6] transition-transform group-open:rotate-180"
        >
          <path d="M2 4l4 4 4-4" />
        </svg>
      </summary>
      <div className="grid gap-5 border-t border-line p-4 sm:grid-cols-2">
        <Select
          name="timeZone"
          label={m.teach_hours_zone()}
          error={errors['timeZone']}
          defaultValue={typed['timeZone']}
          options={[
            ...new Set([typed['timeZone'] ?? 'UTC', ...Intl.supportedValuesOf('timeZone')]),
          ].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
        {choice('incrementMinutes', m.teach_limit_increment(), [15, 30, 60], minutes)}
        <input type="hidden" name="bufferBeforeMinutes" value={typed['bufferBeforeMinutes']} />
        {choice('bufferAfterMinutes', m.teach_limit_break(), [0, 5, 10, 15, 30], minutes)}
        {choice(
          'noticeOnlineMinutes',
          m.teach_limit_notice_online(),
          [0, 60, 120, 240, 720, 1440, 2880],
          minutes,
        )}
        {choice(
          'noticeInPersonMinutes',
          m.teach_limit_notice_in_person(),
          [0, 60, 120, 240, 720, 1440, 2880],
          minutes,
        )}
        {choice('horizonDays', m.teach_limit_horizon(), [14, 30, 60, 90], days)}
      </div>
    </details>
  );
}
