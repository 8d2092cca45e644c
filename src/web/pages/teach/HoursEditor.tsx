import { m } from '../../../messages/messages.js';
import { formatTime } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { type HoursRow, type HoursWeek, weekdays } from './hours-form.ts';

/** 5 January 2026 was a Monday. */
const weekdayName = (weekday: number, locale: string) =>
  formatTime(
    `2026-01-${String(weekday + 4).padStart(2, '0')}T12:00:00Z`,
    'longDay',
    'UTC',
    locale,
  ).split(/[ ,]/, 1)[0] ?? '';

/** For the summary of errors: which day each row belongs to. */
export function dayLabels(): Record<string, string> {
  return Object.fromEntries(
    weekdays.flatMap((weekday) =>
      Array.from({ length: 20 }, (_, row) => [
        `from-${weekday}-${row}`,
        weekdayName(weekday, 'en'),
      ]),
    ),
  );
}

interface HoursEditorProps {
  week: HoursWeek;
  errors: Record<string, string>;
}

/** Rows of from and to for each day. Its buttons send the form; where scripts run, rows come and go at once. */
export function HoursEditor({ week, errors }: HoursEditorProps) {
  const { locale } = useShell().market;
  return (
    <div
      className="grid divide-y divide-line rounded-card border border-line bg-surface"
      data-hours-editor
    >
      {/* Enter in a field saves: browsers press the form's first button. */}
      <button name="intent" value="save" tabIndex={-1} aria-hidden="true" className="sr-only">
        {m.teach_hours_save()}
      </button>
      {weekdays.map((weekday) => {
        const rows = week[weekday - 1] ?? [];
        const name = weekdayName(weekday, locale);
        return (
          <fieldset key={weekday} className="grid gap-x-4 gap-y-1 p-4 sm:grid-cols-[7rem_1fr_auto]">
            <legend className="float-left font-semibold sm:pt-2.5">{name}</legend>
            <div className="clear-both grid justify-items-start gap-2 sm:clear-none">
              <ul className="grid gap-2 empty:hidden" data-hours-rows={weekday}>
                {rows.map((row, index) => (
                  <Row
                    key={`${index} ${row.from} ${row.until}`}
                    weekday={weekday}
                    index={index}
                    name={name}
                    row={row}
                    error={errors[`from-${weekday}-${index}`]}
                  />
                ))}
              </ul>
              <p
                className={classNames(
                  'min-h-11 content-center text-soft',
                  rows.length > 0 && 'hidden',
                )}
                data-hours-none={weekday}
              >
                {m.teach_hours_none()}
              </p>
              {weekday === 1 ? (
                <Button
                  tone="link"
                  name="intent"
                  value="copy:1"
                  formNoValidate
                  data-hours-any={weekday}
                  className={classNames(rows.length === 0 && 'hidden')}
                >
                  {m.teach_hours_copy({ day: name })}
                </Button>
              ) : null}
              <template data-hours-template={weekday}>
                <Row
                  weekday={weekday}
                  index="row"
                  name={name}
                  row={{ from: '', until: '' }}
                  error={undefined}
                />
              </template>
            </div>
            <div>
              <Button tone="link" name="intent" value={`add:${weekday}`} formNoValidate>
                {m.teach_hours_add()}
                <span className="sr-only">{` (${name})`}</span>
              </Button>
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}

interface RowProps {
  weekday: number;
  /** "row" stands for the number in the pattern of new rows. */
  index: number | 'row';
  name: string;
  row: HoursRow;
  error: string | undefined;
}

const time =
  'numerals min-h-11 w-34 rounded-control border border-edge bg-surface px-2.5 max-sm:w-28 max-sm:[&::-webkit-calendar-picker-indicator]:hidden text-16 aria-invalid:border-2 aria-invalid:border-danger';

function Row({ weekday, index, name, row, error }: RowProps) {
  const id = `${weekday}-${index}`;
  const described = error ? `from-${id}-error` : undefined;
  const both = {
    type: 'time',
    step: 300,
    'aria-describedby': described,
    'aria-invalid': error ? true : undefined,
    className: time,
  } as const;
  return (
    <li className="grid gap-1">
      <div className="flex items-center gap-2">
        <input
          id={`from-${id}`}
          name={`from-${weekday}`}
          aria-label={m.teach_hours_from({ day: name })}
          defaultValue={row.from}
          {...both}
        />
        <span aria-hidden="true">–</span>
        <input
          id={`until-${id}`}
          name={`until-${weekday}`}
          aria-label={m.teach_hours_until({ day: name })}
          defaultValue={row.until}
          {...both}
        />
        <button
          name="intent"
          value={`remove:${weekday}:${index}`}
          formNoValidate
          aria-label={m.teach_hours_remove({ day: name })}
          className="grid size-11 cursor-pointer place-items-center rounded-full text-soft hover:bg-sunken hover:text-danger"
        >
          <svg
            viewBox="0 0 16 16"
            aria-hidden="true"
            className="size-4 stroke-current stroke-[1.6]"
            strokeLinecap="round"
          >
            <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />
          </svg>
        </button>
      </div>
      {error ? (
        <p id={described} className="text-14 text-danger">
          {error}
        </p>
      ) : null}
    </li>
  );
}
