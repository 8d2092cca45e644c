-- up
create schema identity;

create table identity.people (
  id uuid not null,
  email text not null,
  email_key text not null,
  display_name text not null,
  password_hash text,
  email_verified_at timestamptz,
  roles text[] not null default '{learner}',
  locale text not null default 'en',
  time_zone text not null default 'UTC',
  is_demo boolean not null default false,
  created_at timestamptz not null,
  constraint people_pkey primary key (id),
  constraint people_email_key_unique unique (email_key),
  constraint people_email_length check (char_length(email) between 3 and 254),
  constraint people_email_key_lower check (email_key = lower(email_key collate "C")),
  constraint people_display_name_length check (char_length(display_name) between 1 and 100),
  constraint people_roles_known check (roles <@ array['learner', 'instructor', 'operator']::text[])
);

create table identity.sessions (
  id uuid not null,
  token_hash bytea not null,
  person_id uuid not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  remember boolean not null default false,
  user_agent text,
  address text,
  revoked_at timestamptz,
  constraint sessions_pkey primary key (id),
  constraint sessions_person_fkey foreign key (person_id) references identity.people (id) on delete cascade,
  constraint sessions_token_hash_unique unique (token_hash),
  constraint sessions_token_hash_sha256 check (octet_length(token_hash) = 32),
  constraint sessions_expire_later check (expires_at > created_at)
);
create index sessions_live_by_person on identity.sessions (person_id) where revoked_at is null;
create index sessions_by_expiry on identity.sessions (expires_at);

create table identity.email_tokens (
  id uuid not null,
  purpose text not null,
  person_id uuid not null,
  token_hash bytea not null,
  return_to text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint email_tokens_pkey primary key (id),
  constraint email_tokens_person_fkey foreign key (person_id) references identity.people (id) on delete cascade,
  constraint email_tokens_token_hash_unique unique (token_hash),
  constraint email_tokens_token_hash_sha256 check (octet_length(token_hash) = 32),
  constraint email_tokens_purpose_known check (purpose in ('verify_email', 'reset_password')),
  constraint email_tokens_return_to_is_a_path check (return_to is null or (return_to like '/%' and return_to not like '//%')),
  constraint email_tokens_expire_later check (expires_at > created_at)
);
create index email_tokens_by_person on identity.email_tokens (person_id, purpose, created_at);
create index email_tokens_by_expiry on identity.email_tokens (expires_at);

-- down
drop schema identity cascade;
