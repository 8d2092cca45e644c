-- up
create schema notifications;

create table notifications.deliveries (
  id uuid not null,
  dedupe_key text not null,
  person_id uuid not null,
  channel text not null,
  template text not null,
  params jsonb not null,
  address text,
  subject text,
  status text not null,
  attempts integer not null default 0,
  created_at timestamptz not null,
  claimed_at timestamptz,
  sent_at timestamptz,
  provider_id text,
  error text,
  constraint deliveries_pkey primary key (id),
  constraint deliveries_dedupe_key_unique unique (dedupe_key),
  constraint deliveries_channel_known check (channel in ('email')),
  constraint deliveries_status_known check (status in ('queued', 'sending', 'sent', 'failed', 'skipped')),
  constraint deliveries_attempts_counted check (attempts >= 0),
  constraint deliveries_sent_has_time check ((status = 'sent') = (sent_at is not null)),
  constraint deliveries_sending_is_claimed check (status <> 'sending' or claimed_at is not null)
);
create index deliveries_by_person on notifications.deliveries (person_id, id);

-- down
drop schema notifications cascade;
