-- up
create table identity.passkeys (
  id uuid not null,
  person_id uuid not null,
  -- At most twenty per person: each takes a place.
  place smallint not null,
  credential_id bytea not null,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null default '{}',
  backup_eligible boolean not null,
  backed_up boolean not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  constraint passkeys_pkey primary key (id),
  constraint passkeys_person_fkey foreign key (person_id) references identity.people (id) on delete cascade,
  constraint passkeys_credential_unique unique (credential_id),
  constraint passkeys_place_unique unique (person_id, place),
  constraint passkeys_place_range check (place between 1 and 20),
  constraint passkeys_credential_length check (octet_length(credential_id) between 16 and 1023),
  constraint passkeys_public_key_length check (octet_length(public_key) between 32 and 2048),
  constraint passkeys_sign_count_range check (sign_count between 0 and 4294967295),
  constraint passkeys_transports_known check (transports <@ array['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']::text[]),
  constraint passkeys_backup_possible check (backup_eligible or not backed_up),
  constraint passkeys_name_length check (char_length(name) between 1 and 60)
);

create table identity.passkey_challenges (
  challenge_hash bytea not null,
  purpose text not null,
  person_id uuid,
  -- Hash of what the answer must come with: a browser's cookie, a session, a pending sign-in.
  bound_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint passkey_challenges_pkey primary key (challenge_hash),
  constraint passkey_challenges_person_fkey foreign key (person_id) references identity.people (id) on delete cascade,
  constraint passkey_challenges_hash_sha256 check (octet_length(challenge_hash) = 32 and octet_length(bound_hash) = 32),
  constraint passkey_challenges_purpose_known check (purpose in ('sign_in', 'second_step', 'confirm', 'register')),
  constraint passkey_challenges_person_unless_sign_in check ((purpose = 'sign_in') = (person_id is null)),
  constraint passkey_challenges_expire_later check (expires_at > created_at)
);
create index passkey_challenges_by_expiry on identity.passkey_challenges (expires_at);
create index passkey_challenges_by_person on identity.passkey_challenges (person_id) where person_id is not null;

create table identity.oidc_links (
  id uuid not null,
  person_id uuid not null,
  issuer text not null,
  subject text not null,
  -- What the provider called the account when it was linked: for the person to recognise it.
  email text,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  constraint oidc_links_pkey primary key (id),
  constraint oidc_links_person_fkey foreign key (person_id) references identity.people (id) on delete cascade,
  constraint oidc_links_subject_unique unique (issuer, subject),
  constraint oidc_links_one_per_provider unique (person_id, issuer),
  constraint oidc_links_issuer_length check (char_length(issuer) between 1 and 500),
  constraint oidc_links_subject_length check (char_length(subject) between 1 and 255),
  constraint oidc_links_email_length check (email is null or char_length(email) between 3 and 254)
);

-- down
drop table identity.oidc_links;
drop table identity.passkey_challenges;
drop table identity.passkeys;
