-- up
-- One authenticator app per person; without enabled_at it is being set up.
create table identity.totp (
  id uuid not null,
  person_id uuid not null,
  secret_sealed bytea not null,
  -- Read from the sealed value itself, so that it can't disagree.
  key_version integer not null
    generated always as (get_byte(secret_sealed, 1) * 256 + get_byte(secret_sealed, 2)) stored,
  created_at timestamptz not null,
  enabled_at timestamptz,
  last_step bigint,
  constraint totp_pkey primary key (id),
  constraint totp_person_unique unique (person_id),
  constraint totp_person_fkey foreign key (person_id) references identity.people (id) on delete cascade,
  -- 31 bytes around the secret, which has 160 bits or more.
  constraint totp_secret_length check (octet_length(secret_sealed) between 51 and 95),
  constraint totp_enabled_by_a_code check ((enabled_at is null) = (last_step is null)),
  constraint totp_enabled_later check (enabled_at >= created_at),
  constraint totp_last_step_positive check (last_step > 0)
);
create index totp_by_key_version on identity.totp (key_version, person_id);

-- A step counts once, and no older one after it (RFC 6238, 5.2), whatever the program does.
create function identity.refuse_old_totp_step() returns trigger language plpgsql as $$
begin
  raise exception 'this step or a later one was used' using
    errcode = 'check_violation', constraint = 'totp_step_once', schema = 'identity', table = 'totp';
end
$$;
create trigger totp_step_once before update of last_step on identity.totp for each row
  when (old.last_step is not null and (new.last_step is null or new.last_step <= old.last_step))
  execute function identity.refuse_old_totp_step();

-- They exist only beside an authenticator app, and never more than ten.
create table identity.backup_codes (
  id uuid not null,
  person_id uuid not null,
  place smallint not null,
  code_hash bytea not null,
  created_at timestamptz not null,
  used_at timestamptz,
  constraint backup_codes_pkey primary key (id),
  constraint backup_codes_totp_fkey foreign key (person_id) references identity.totp (person_id) on delete cascade,
  constraint backup_codes_place_unique unique (person_id, place),
  constraint backup_codes_place_range check (place between 1 and 10),
  constraint backup_codes_hash_unique unique (code_hash),
  constraint backup_codes_hash_sha256 check (octet_length(code_hash) = 32)
);

create table identity.pending_sign_ins (
  id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  client text not null,
  device_id uuid,
  first_method text not null,
  remember boolean not null,
  tries_left smallint not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint pending_sign_ins_pkey primary key (id),
  constraint pending_sign_ins_person_fkey foreign key (person_id) references identity.people (id) on delete cascade,
  constraint pending_sign_ins_token_hash_unique unique (token_hash),
  constraint pending_sign_ins_token_hash_sha256 check (octet_length(token_hash) = 32),
  constraint pending_sign_ins_client_known check (client in ('browser', 'api')),
  constraint pending_sign_ins_bound_to_browser check ((client = 'browser') = (device_id is not null)),
  constraint pending_sign_ins_method_known check (first_method in ('password', 'oidc')),
  constraint pending_sign_ins_tries check (tries_left between 0 and 5),
  constraint pending_sign_ins_short check (
    expires_at > created_at and expires_at - created_at <= interval '5 minutes'
  )
);
create index pending_sign_ins_open_by_person on identity.pending_sign_ins (person_id) where used_at is null;
create index pending_sign_ins_by_expiry on identity.pending_sign_ins (expires_at);

create table identity.trusted_browsers (
  id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  browser text not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  constraint trusted_browsers_pkey primary key (id),
  constraint trusted_browsers_person_fkey foreign key (person_id) references identity.people (id) on delete cascade,
  constraint trusted_browsers_token_hash_unique unique (token_hash),
  constraint trusted_browsers_token_hash_sha256 check (octet_length(token_hash) = 32),
  constraint trusted_browsers_browser_length check (char_length(browser) between 1 and 80),
  constraint trusted_browsers_expire_later check (expires_at > created_at)
);
create index trusted_browsers_live_by_person on identity.trusted_browsers (person_id, id) where revoked_at is null;
create index trusted_browsers_by_expiry on identity.trusted_browsers (expires_at);

-- Started by an operator for who has lost everything; the person has 72 hours to stop it.
create table identity.two_factor_resets (
  id uuid not null,
  person_id uuid not null,
  operator_id uuid,
  token_hash bytea not null,
  requested_at timestamptz not null,
  takes_effect_at timestamptz not null,
  stopped_at timestamptz,
  done_at timestamptz,
  constraint two_factor_resets_pkey primary key (id),
  constraint two_factor_resets_person_fkey foreign key (person_id) references identity.people (id) on delete cascade,
  constraint two_factor_resets_operator_fkey foreign key (operator_id) references identity.people (id) on delete set null,
  constraint two_factor_resets_token_hash_unique unique (token_hash),
  constraint two_factor_resets_token_hash_sha256 check (octet_length(token_hash) = 32),
  constraint two_factor_resets_wait check (takes_effect_at - requested_at >= interval '72 hours'),
  constraint two_factor_resets_done_after_wait check (done_at >= takes_effect_at),
  constraint two_factor_resets_end_once check (stopped_at is null or done_at is null)
);
create unique index two_factor_resets_one_open on identity.two_factor_resets (person_id)
  where stopped_at is null and done_at is null;
create index two_factor_resets_by_operator on identity.two_factor_resets (operator_id);

-- down
drop table identity.two_factor_resets;
drop table identity.trusted_browsers;
drop table identity.pending_sign_ins;
drop table identity.backup_codes;
drop table identity.totp;
drop function identity.refuse_old_totp_step();
