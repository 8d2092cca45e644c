-- up
-- A portrait may be a photo too: p- and the digest of a picture of the media.
alter table catalog.instructors drop constraint instructors_portrait_shape;
alter table catalog.instructors add constraint instructors_portrait_shape
  check (portrait ~ '^([hmntw]-[a-z0-9]{1,40}|p-[0-9a-f]{32})$');

-- down
update catalog.instructors set portrait = 'n-' || right(replace(person_id::text, '-', ''), 12) where portrait like 'p-%';
alter table catalog.instructors drop constraint instructors_portrait_shape;
alter table catalog.instructors add constraint instructors_portrait_shape
  check (portrait ~ '^[hmntw]-[a-z0-9]{1,40}$');
