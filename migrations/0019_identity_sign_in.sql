-- up
alter table identity.people
  add column operator_scopes text[] not null default '{}',
  add constraint people_operator_scopes_known check (
    operator_scopes <@ array['people', 'catalog', 'payments', 'content', 'markets']::text[]
  ),
  add constraint people_operator_scopes_need_role check (
    operator_scopes = '{}' or 'operator' = any (roles)
  );
-- Operators keep what they could do before there were scopes.
update identity.people
  set operator_scopes = case
    when is_demo then array['people', 'catalog', 'payments', 'content', 'markets']
    else array['catalog']
  end
  where 'operator' = any (roles);

alter table identity.sessions
  add column client text not null default 'browser',
  -- The last full proof of identity; sessions from before count as long ago.
  add column authenticated_at timestamptz not null default to_timestamp(0),
  add column methods text[] not null default '{}',
  add column device_id uuid,
  -- A program's access token lives shorter than its session.
  add column access_expires_at timestamptz,
  add column end_reason text,
  add constraint sessions_client_known check (client in ('browser', 'api')),
  add constraint sessions_methods_known check (
    methods <@ array['password', 'totp', 'backup_code', 'passkey', 'oidc', 'mail_link']::text[]
  ),
  add constraint sessions_access_is_for_programs check ((client = 'api') = (access_expires_at is not null)),
  add constraint sessions_end_has_reason check (end_reason is null or revoked_at is not null);
drop index identity.sessions_live_by_person;
create index sessions_live_by_person on identity.sessions (person_id, id) where revoked_at is null;

create table identity.refresh_tokens (
  id uuid not null,
  session_id uuid not null,
  token_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint refresh_tokens_pkey primary key (id),
  constraint refresh_tokens_session_fkey foreign key (session_id) references identity.sessions (id) on delete cascade,
  constraint refresh_tokens_token_hash_unique unique (token_hash),
  constraint refresh_tokens_token_hash_sha256 check (octet_length(token_hash) = 32),
  constraint refresh_tokens_expire_later check (expires_at > created_at)
);
-- A session has one refresh token at a time.
create unique index refresh_tokens_one_unused on identity.refresh_tokens (session_id) where used_at is null;
create index refresh_tokens_by_session on identity.refresh_tokens (session_id);

-- Browsers (and programs) that a person has signed in with, told apart by cookie and coarse name.
create table identity.devices (
  person_id uuid not null,
  device_id uuid not null,
  browser text not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  constraint devices_pkey primary key (person_id, device_id, browser),
  constraint devices_person_fkey foreign key (person_id) references identity.people (id) on delete cascade,
  constraint devices_browser_length check (char_length(browser) between 1 and 80)
);
create index devices_by_last_seen on identity.devices (last_seen_at);

-- Counted per account, known or not, so the key is a keyed hash of the address and tells nothing.
create table identity.lockouts (
  key_hash bytea not null,
  account_hash bytea not null,
  attempts integer not null,
  last_attempt_at timestamptz not null,
  locked_until timestamptz,
  constraint lockouts_pkey primary key (key_hash),
  constraint lockouts_attempts_count check (attempts >= 0)
);
create index lockouts_by_account on identity.lockouts (account_hash);
create index lockouts_by_last_attempt on identity.lockouts (last_attempt_at);

-- What touched an account's safety, and what operators did. No foreign key: entries outlive accounts.
create table identity.audit_entries (
  id uuid not null,
  at timestamptz not null,
  action text not null,
  person_id uuid,
  actor_kind text not null,
  actor_id uuid,
  request_id text not null,
  address text,
  user_agent text,
  details jsonb not null default '{}',
  constraint audit_entries_pkey primary key (id),
  constraint audit_entries_action_shape check (action ~ '^[a-z][a-z_]{1,59}$'),
  constraint audit_entries_actor_known check (actor_kind in ('person', 'anonymous', 'system')),
  constraint audit_entries_actor_id check ((actor_kind = 'person') = (actor_id is not null))
);
create index audit_entries_by_person on identity.audit_entries (person_id, id);
create index audit_entries_with_address on identity.audit_entries (at)
  where address is not null or user_agent is not null;

create function identity.refuse_audit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.address is null and new.user_agent is null
    and to_jsonb(new) - 'address' - 'user_agent' = to_jsonb(old) - 'address' - 'user_agent'
  then
    return new; -- where somebody was may be forgotten; what happened may not
  end if;
  raise exception 'audit_entries is append-only'
    using errcode = 'restrict_violation', constraint = 'audit_entries_append_only';
end $$;
create trigger audit_entries_keep_rows before update on identity.audit_entries
  for each row execute function identity.refuse_audit_change();
create trigger audit_entries_append_only before delete or truncate on identity.audit_entries
  for each statement execute function identity.refuse_audit_change();

-- down
drop table identity.audit_entries;
drop function identity.refuse_audit_change();
drop table identity.lockouts;
drop table identity.devices;
drop table identity.refresh_tokens;
delete from identity.sessions where client = 'api';
drop index identity.sessions_live_by_person;
create index sessions_live_by_person on identity.sessions (person_id) where revoked_at is null;
alter table identity.sessions
  drop column client,
  drop column authenticated_at,
  drop column methods,
  drop column device_id,
  drop column access_expires_at,
  drop column end_reason;
alter table identity.people drop column operator_scopes;
