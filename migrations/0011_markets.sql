-- up
create schema markets;

create table markets.markets (
  code text not null,
  name text not null,
  currency text not null,
  exponent smallint not null,
  locales text[] not null,
  time_zone text not null,
  tax_note text not null,
  price_min_minor bigint not null,
  price_max_minor bigint not null,
  commission_bp integer not null,
  distance_unit text not null,
  payment_methods text[] not null,
  countries text[] not null,
  zones text[] not null,
  position smallint not null,
  constraint markets_pkey primary key (code),
  constraint markets_code_shape check (code ~ '^[a-z]{2}$'),
  constraint markets_currency_shape check (currency ~ '^[A-Z]{3}$'),
  constraint markets_exponent_range check (exponent between 0 and 3),
  constraint markets_prices_in_order check (price_min_minor > 0 and price_max_minor >= price_min_minor),
  constraint markets_commission_range check (commission_bp between 0 and 10000),
  constraint markets_distance_unit_known check (distance_unit in ('mi', 'km')),
  constraint markets_locales_named check (cardinality(locales) > 0),
  constraint markets_payment_methods_named check (cardinality(payment_methods) > 0),
  constraint markets_position_unique unique (position)
);

create table markets.choices (
  person_id uuid not null,
  market_code text not null,
  chosen_at timestamptz not null,
  constraint choices_pkey primary key (person_id),
  constraint choices_market_fkey foreign key (market_code) references markets.markets (code)
);

insert into markets.markets
  (code, name, currency, exponent, locales, time_zone, tax_note, price_min_minor, price_max_minor,
   commission_bp, distance_unit, payment_methods, countries, zones, position)
values
  ('us', 'United States', 'USD', 2, '{en-US,es-US}', 'America/New_York',
   'Sales tax is added where your state taxes lessons.', 1000, 50000,
   1000, 'mi', '{card}', '{US,PR,GU,VI,AS,MP}',
   '{America/New_York,America/Detroit,America/Chicago,America/Denver,America/Boise,America/Phoenix,America/Los_Angeles,America/Anchorage,America/Juneau,America/Sitka,America/Metlakatla,America/Yakutat,America/Nome,America/Adak,America/Menominee,America/Indiana/Indianapolis,America/Indianapolis,America/Indiana/Vincennes,America/Indiana/Winamac,America/Indiana/Marengo,America/Indiana/Petersburg,America/Indiana/Vevay,America/Indiana/Tell_City,America/Indiana/Knox,America/Kentucky/Louisville,America/Louisville,America/Kentucky/Monticello,America/North_Dakota/Center,America/North_Dakota/New_Salem,America/North_Dakota/Beulah,America/Puerto_Rico,Pacific/Honolulu,Pacific/Guam,US/Eastern,US/Central,US/Mountain,US/Pacific,US/Alaska,US/Hawaii,US/Arizona}', 1),
  ('gb', 'United Kingdom', 'GBP', 2, '{en-GB}', 'Europe/London',
   'Prices include VAT where the teacher is registered for it.', 800, 40000,
   1000, 'mi', '{card}', '{GB,JE,GG,IM}',
   '{Europe/London,Europe/Belfast,Europe/Jersey,Europe/Guernsey,Europe/Isle_of_Man,GB}', 2),
  ('in', 'India', 'INR', 2, '{en-IN,hi-IN}', 'Asia/Kolkata',
   'Prices include GST where the teacher is registered for it.', 10000, 1500000,
   1000, 'km', '{card}', '{IN}', '{Asia/Kolkata,Asia/Calcutta}', 3),
  ('jp', 'Japan', 'JPY', 0, '{ja-JP,en-JP}', 'Asia/Tokyo',
   'Prices include consumption tax.', 1000, 60000,
   1000, 'km', '{card}', '{JP}', '{Asia/Tokyo,Japan}', 4);

-- down
drop schema markets cascade;
