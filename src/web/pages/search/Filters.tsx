import { m } from '../../../messages/messages.js';
import { currencySign, formatPrice } from '../../format/prices.ts';
import type { Market } from '../../market.ts';
import { Alert } from '../../ui/Alert.tsx';
import { FilterChip } from './FilterChip.tsx';
import { minorOf, searchUrl, sorts, type SearchWishes, type Sort } from './search-params.ts';

const sortNames: Record<Sort, () => string> = {
  best: m.search_sort_best,
  price: m.search_sort_price,
  rating: m.search_sort_rating,
  distance: m.search_sort_distance,
};

interface FiltersProps {
  wishes: SearchWishes;
  market: Market;
  placeName: string | undefined;
  unknownPlace: string | undefined;
  subjects: { slug: string; name: string }[];
}

const field = 'min-h-11 w-full rounded-control border border-edge bg-surface px-3 text-16';

/** What was understood, each part of it open to change: a chip is a small form of its own. */
export function Filters({ wishes, market, placeName, unknownPlace, subjects }: FiltersProps) {
  const subject = subjects.find(({ slug }) => slug === wishes.subject)?.name;
  const price =
    wishes.price === undefined
      ? undefined
      : { minor: minorOf(wishes.price, market.currency), currency: market.currency };
  const availableSorts = sorts.filter((sort) => sort !== 'distance' || wishes.place !== undefined);
  return (
    <>
      <div role="group" aria-label={m.search_filters()} className="mt-3 flex flex-wrap gap-2">
        <FilterChip
          wishes={wishes}
          without={{ subject: undefined }}
          chosen={subject}
          name={m.search_subject()}
        >
          <label htmlFor="filter-subject" className="text-14 font-semibold">
            {m.search_subject()}
          </label>
          <select
            id="filter-subject"
            name="subject"
            defaultValue={wishes.subject ?? ''}
            className={field}
          >
            <option value="">{m.search_any_subject()}</option>
            {subjects.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </FilterChip>
        <FilterChip
          wishes={wishes}
          without={{ place: undefined }}
          chosen={placeName && m.search_near({ place: placeName })}
          name={m.search_place()}
        >
          <label htmlFor="filter-near" className="text-14 font-semibold">
            {m.search_place_label()}
          </label>
          <input
            id="filter-near"
            name="near"
            defaultValue={placeName}
            maxLength={80}
            autoComplete="address-level2"
            className={field}
          />
        </FilterChip>
        <FilterChip
          wishes={wishes}
          without={{ price: undefined }}
          chosen={price && m.search_up_to({ price: formatPrice(price, market.locale) })}
          name={m.search_price()}
        >
          <label htmlFor="filter-price" className="text-14 font-semibold">
            {m.search_price_label({ sign: currencySign(market.currency, market.locale) })}
          </label>
          <input
            id="filter-price"
            name="price"
            inputMode="decimal"
            pattern="[0-9]+([.,][0-9]{1,2})?"
            maxLength={10}
            defaultValue={wishes.price}
            className={field}
          />
        </FilterChip>
        <FilterChip
          wishes={wishes}
          without={{ mode: undefined }}
          chosen={
            wishes.mode && (wishes.mode === 'online' ? m.search_online() : m.search_in_person())
          }
          name={m.search_mode()}
        >
          <fieldset className="grid">
            <legend className="text-14 font-semibold">{m.search_mode()}</legend>
            {(
              [
                ['', m.search_mode_any()],
                ['online', m.search_online()],
                ['in_person', m.search_in_person()],
              ] as const
            ).map(([value, label]) => (
              <label key={value} className="flex min-h-11 items-center gap-3 text-14">
                <input
                  type="radio"
                  name="mode"
                  value={value}
                  defaultChecked={(wishes.mode ?? '') === value}
                  className="size-5"
                />
                {label}
              </label>
            ))}
          </fieldset>
        </FilterChip>
        {wishes.text ? (
          <FilterChip
            wishes={wishes}
            without={{ text: undefined }}
            chosen={m.search_words({ words: wishes.text })}
            name=""
          />
        ) : null}
        <FilterChip
          wishes={wishes}
          without={{ sort: 'best' }}
          name={m.search_sorted({ sort: sortNames[wishes.sort]().toLowerCase() })}
          quiet
        >
          <label htmlFor="filter-sort" className="text-14 font-semibold">
            {m.search_sort()}
          </label>
          <select id="filter-sort" name="sort" defaultValue={wishes.sort} className={field}>
            {availableSorts.map((sort) => (
              <option key={sort} value={sort}>
                {sortNames[sort]()}
              </option>
            ))}
          </select>
        </FilterChip>
      </div>
      {unknownPlace ? (
        <div className="mt-3 max-w-208">
          <Alert tone="warning">
            {m.search_unknown_place({ place: unknownPlace })}{' '}
            <a href={searchUrl(wishes)} className="underline underline-offset-4">
              {m.ui_close()}
            </a>
          </Alert>
        </div>
      ) : null}
    </>
  );
}
