-- up
create schema media;

-- What a picture is, once, however often it was uploaded. Its files stand in the storage.
create table media.pictures (
  digest text not null,
  width integer not null,
  height integer not null,
  placeholder text not null,
  -- Nobody keeps it: its files are being deleted, and it must not be uploaded anew until they are.
  leaving boolean not null default false,
  created_at timestamptz not null,
  constraint pictures_pkey primary key (digest),
  constraint pictures_digest_shape check (digest ~ '^[0-9a-f]{32}$'),
  constraint pictures_sides_positive check (width > 0 and height > 0),
  constraint pictures_placeholder_small check (placeholder like 'data:image/webp;base64,%' and length(placeholder) <= 1000)
);

create table media.uploads (
  id uuid not null,
  digest text not null,
  owner_id uuid not null,
  created_at timestamptz not null,
  constraint uploads_pkey primary key (id),
  constraint uploads_digest_fkey foreign key (digest) references media.pictures (digest),
  constraint uploads_once_per_owner unique (owner_id, digest)
);
create index pictures_by_age on media.pictures (created_at);
create index uploads_by_digest on media.uploads (digest);
create index uploads_by_owner on media.uploads (owner_id, id desc);

-- down
drop schema media cascade;
