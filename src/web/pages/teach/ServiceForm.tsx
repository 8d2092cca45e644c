import { m } from '../../../messages/messages.js';
import type { OwnProfile } from '../../api/bookings.ts';
import { currencySign, formatPrice } from '../../format/prices.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { Input } from '../../ui/Input.tsx';
import { Select } from '../../ui/Select.tsx';
import { priceText } from '../search/search-params.ts';
import { useShell } from '../../shell/use-shell.ts';
import type { ServiceAnswer } from './save-service.ts';

interface ServiceFormProps {
  editing: OwnProfile['services'][number] | undefined;
  subjects: { slug: string; name: string }[];
  market: { currency: string; commissionBp: number; priceMin: Amount; priceMax: Amount };
  hasPlace: boolean;
  isFirst: boolean;
  answer: ServiceAnswer | undefined;
}

interface Amount {
  minor: number;
  currency: string;
}

const durations = [30, 45, 60, 75, 90, 120];

/** One lesson: what, how long, where and for how much. */
export function ServiceForm({
  editing,
  subjects,
  market,
  hasPlace,
  isFirst,
  answer,
}: ServiceFormProps) {
  const { locale } = useShell().market;
  const { problem } = answer ?? {};
  const typed = answer?.typed ?? typedFrom(editing);
  const money = (amount: Amount) => formatPrice(amount, locale);
  const labels = {
    subjectSlug: m.teach_subject(),
    serviceTitle: m.teach_service_title(),
    durationMinutes: m.teach_duration(),
    price: m.teach_price({ sign: currencySign(market.currency, locale) }),
    mode: m.teach_mode(),
  };
  const minutes = [...new Set([...durations, Number(typed.durationMinutes) || 60])].toSorted(
    (a, b) => a - b,
  );
  return (
    <form
      id="service-form"
      method="post"
      action={editing ? `/teach?service=${editing.id}#service-form` : '/teach#service-form'}
      aria-labelledby="service-title"
      className="grid max-w-160 scroll-mt-4 gap-5 rounded-card border border-line p-5"
    >
      <h3 id="service-title" className="text-22">
        {editing
          ? m.teach_service_change()
          : isFirst
            ? m.teach_service_first()
            : m.teach_service_add()}
      </h3>
      <FormErrors problem={problem} labels={labels} />
      <input type="hidden" name="intent" value="service" />
      <input type="hidden" name="serviceId" value={editing?.id ?? ''} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          name="subjectSlug"
          label={labels.subjectSlug}
          error={problem?.fields['subjectSlug']}
          defaultValue={typed.subjectSlug}
          required
          options={[
            { value: '', label: m.teach_subject_choose() },
            ...subjects.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
        <Select
          name="durationMinutes"
          label={labels.durationMinutes}
          error={problem?.fields['durationMinutes']}
          defaultValue={typed.durationMinutes}
          options={minutes.map((count) => ({
            value: String(count),
            label: m.teach_minutes({ minutes: count }),
          }))}
        />
      </div>
      <Input
        name="serviceTitle"
        label={labels.serviceTitle}
        hint={m.teach_service_title_hint()}
        error={problem?.fields['serviceTitle']}
        defaultValue={typed.serviceTitle}
        required
        minLength={2}
        maxLength={80}
      />
      <Input
        name="price"
        label={labels.price}
        hint={m.teach_price_hint({
          min: money(market.priceMin),
          max: money(market.priceMax),
          percent: market.commissionBp / 100,
        })}
        error={problem?.fields['price']}
        defaultValue={typed.price}
        inputMode="decimal"
        required
        maxLength={12}
        autoComplete="off"
      />
      <ModeChoice
        chosen={typed.mode}
        hasPlace={hasPlace}
        label={labels.mode}
        error={problem?.fields['mode']}
      />
      <div className="flex flex-wrap gap-3">
        <Button>{editing ? m.teach_save() : m.teach_service_add()}</Button>
        {editing ? (
          <ButtonLink href="/teach#services" tone="quiet">
            {m.teach_leave_it()}
          </ButtonLink>
        ) : null}
      </div>
    </form>
  );
}

function ModeChoice({
  chosen,
  hasPlace,
  label,
  error,
}: {
  chosen: string;
  hasPlace: boolean;
  label: string;
  error: string | undefined;
}) {
  const choices = [
    ['online', m.checkout_where_online()],
    ['instructor', m.teach_at_my_place()],
  ] as const;
  return (
    <fieldset id="mode" tabIndex={-1}>
      <legend className="text-14 font-semibold">{label}</legend>
      {error ? <p className="mt-1 text-14 text-danger">{error}</p> : null}
      {choices.map(([value, text]) => (
        <label key={value} className="flex min-h-11 cursor-pointer items-center gap-3">
          <input
            type="radio"
            name="mode"
            value={value}
            defaultChecked={chosen === value}
            className="size-5"
          />
          {text}
        </label>
      ))}
      {hasPlace ? null : <p className="text-14 text-soft">{m.teach_place_first()}</p>}
    </fieldset>
  );
}

function typedFrom(service: ServiceFormProps['editing']) {
  if (!service)
    return { subjectSlug: '', serviceTitle: '', durationMinutes: '60', price: '', mode: 'online' };
  return {
    subjectSlug: service.subject.slug,
    serviceTitle: service.title,
    durationMinutes: String(service.durationMinutes),
    price: priceText(service.price.minor, service.price.currency),
    mode: service.place,
  };
}
