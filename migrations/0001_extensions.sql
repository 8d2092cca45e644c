-- up
create extension if not exists postgis;
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- down
drop extension if exists unaccent;
drop extension if exists pg_trgm;
drop extension if exists btree_gist;
drop extension if exists postgis;
