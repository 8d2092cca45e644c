-- up
create schema catalog;

create table catalog.subjects (
  id uuid constraint subjects_pkey primary key,
  slug text not null,
  name text not null,
  synonyms text[] not null default '{}',
  icon text not null,
  position integer not null,
  active boolean not null default true,
  updated_at timestamptz not null default now(),
  constraint subjects_slug_unique unique (slug),
  constraint subjects_slug_shape check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 40),
  constraint subjects_name_length check (length(name) between 2 and 60),
  constraint subjects_synonyms_count check (cardinality(synonyms) <= 40),
  constraint subjects_position_positive check (position > 0)
);

create table catalog.instructors (
  id uuid constraint instructors_pkey primary key,
  person_id uuid not null,
  slug text not null,
  market_code text not null,
  display_name text not null,
  headline text not null default '',
  bio text not null default '',
  lesson_text text not null default '',
  languages text[] not null default '{}',
  portrait text not null,
  place_id uuid,
  place_name text,
  place_point geography(Point, 4326),
  time_zone text not null,
  status text not null default 'draft',
  is_demo boolean not null default false,
  published_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint instructors_person_unique unique (person_id),
  constraint instructors_slug_unique unique (slug),
  constraint instructors_slug_shape check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  constraint instructors_status_known check (status in ('draft', 'published')),
  constraint instructors_display_name_length check (length(display_name) between 2 and 80),
  constraint instructors_headline_length check (length(headline) <= 120),
  constraint instructors_bio_length check (length(bio) <= 3000),
  constraint instructors_lesson_text_length check (length(lesson_text) <= 2000),
  constraint instructors_languages_count check (cardinality(languages) <= 8),
  constraint instructors_portrait_shape check (portrait ~ '^[hmntw]-[a-z0-9]{1,40}$'),
  constraint instructors_place_whole check (
    (place_id is null) = (place_name is null) and (place_id is null) = (place_point is null)
  ),
  constraint instructors_published_complete check (
    status <> 'published'
    or (headline <> '' and bio <> '' and cardinality(languages) > 0 and published_at is not null)
  )
);

create index instructors_published on catalog.instructors (id) where status = 'published';

create table catalog.services (
  id uuid constraint services_pkey primary key,
  instructor_id uuid not null
    constraint services_instructor_exists references catalog.instructors (id) on delete cascade,
  subject_id uuid not null constraint services_subject_exists references catalog.subjects (id),
  title text not null,
  duration_minutes integer not null,
  price_minor bigint not null,
  currency char(3) not null,
  place text not null,
  active boolean not null default true,
  position integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint services_title_length check (length(title) between 2 and 80),
  constraint services_duration_range check (duration_minutes between 15 and 240 and duration_minutes % 5 = 0),
  constraint services_price_positive check (price_minor > 0),
  constraint services_currency_shape check (currency ~ '^[A-Z]{3}$'),
  constraint services_place_known check (place in ('online', 'instructor')),
  constraint services_position_positive check (position > 0)
);

create index services_of_instructor on catalog.services (instructor_id, position, id);
create index services_of_subject on catalog.services (subject_id);

insert into catalog.subjects (id, slug, name, synonyms, icon, position)
select gen_random_uuid(), slug, name, synonyms, slug, position
from (values
  (1, 'piano', 'Piano', array['keyboard', 'piano teacher', 'jazz piano', 'classical piano', 'keys', 'sight reading']),
  (2, 'guitar', 'Guitar', array['acoustic guitar', 'electric guitar', 'classical guitar', 'fingerstyle', 'fingerstyle guitar', 'flamenco', 'bass guitar', 'guitarist', 'rock guitar']),
  (3, 'yoga', 'Yoga', array['hatha', 'vinyasa', 'ashtanga', 'yin yoga', 'yoga teacher', 'asana', 'pranayama']),
  (4, 'maths', 'Maths', array['math', 'mathematics', 'maths tutor', 'math tutor', 'algebra', 'calculus', 'geometry', 'statistics', 'trigonometry', 'arithmetic', 'gcse maths', 'a level maths']),
  (5, 'voice', 'Voice', array['singing', 'singing lessons', 'vocal', 'vocals', 'voice coach', 'vocal coach', 'singer', 'choir', 'opera']),
  (6, 'violin', 'Violin', array['fiddle', 'viola', 'violinist', 'violin lessons', 'carnatic violin']),
  (7, 'spanish', 'Spanish', array['español', 'espanol', 'castellano', 'spanish tutor', 'spanish conversation']),
  (8, 'drawing', 'Drawing', array['sketching', 'life drawing', 'sketch', 'illustration', 'charcoal', 'manga drawing']),
  (9, 'english', 'English', array['esl', 'efl', 'ielts', 'toefl', 'english conversation', 'business english', 'essay writing', 'english literature', 'eikaiwa']),
  (10, 'french', 'French', array['français', 'francais', 'french tutor', 'french conversation', 'delf']),
  (11, 'coding', 'Coding', array['programming', 'computer science', 'python', 'javascript', 'web development', 'software', 'scratch', 'java', 'coding for kids']),
  (12, 'physics', 'Physics', array['physics tutor', 'mechanics', 'electromagnetism', 'a level physics', 'quantum']),
  (13, 'chemistry', 'Chemistry', array['chem', 'chemistry tutor', 'organic chemistry', 'a level chemistry']),
  (14, 'biology', 'Biology', array['biology tutor', 'life sciences', 'anatomy', 'genetics', 'botany']),
  (15, 'drums', 'Drums', array['drum kit', 'drumming', 'percussion', 'drummer', 'drum lessons', 'cajon']),
  (16, 'cello', 'Cello', array['violoncello', 'cellist', 'cello lessons']),
  (17, 'flute', 'Flute', array['bansuri', 'recorder', 'flautist', 'flutist', 'piccolo']),
  (18, 'pilates', 'Pilates', array['mat pilates', 'reformer', 'core training', 'pilates instructor']),
  (19, 'german', 'German', array['deutsch', 'german tutor', 'german conversation', 'goethe exam']),
  (20, 'japanese', 'Japanese', array['nihongo', '日本語', 'jlpt', 'japanese conversation', 'kanji']),
  (21, 'mandarin', 'Mandarin', array['chinese', 'mandarin chinese', '中文', 'hsk', 'putonghua']),
  (22, 'hindi', 'Hindi', array['हिन्दी', 'hindi tutor', 'spoken hindi', 'devanagari']),
  (23, 'italian', 'Italian', array['italiano', 'italian tutor', 'italian conversation']),
  (24, 'painting', 'Painting', array['watercolour', 'watercolor', 'acrylics', 'oil painting', 'art lessons', 'art teacher']),
  (25, 'photography', 'Photography', array['photo', 'camera', 'portrait photography', 'street photography', 'lightroom']),
  (26, 'chess', 'Chess', array['chess coach', 'chess lessons', 'endgames', 'chess openings']),
  (27, 'swimming', 'Swimming', array['swim', 'swim lessons', 'swim coach', 'front crawl', 'freestyle', 'learn to swim']),
  (28, 'tennis', 'Tennis', array['tennis coach', 'tennis lessons', 'racket', 'forehand']),
  (29, 'dance', 'Dance', array['dancing', 'ballet', 'salsa', 'bharatanatyam', 'kathak', 'hip hop', 'tango', 'ballroom', 'contemporary dance']),
  (30, 'cooking', 'Cooking', array['cookery', 'baking', 'cuisine', 'bread making', 'sushi', 'vegan cooking', 'chef']),
  (31, 'sitar', 'Sitar', array['hindustani music', 'raga', 'indian classical music']),
  (32, 'tabla', 'Tabla', array['tabla lessons', 'indian percussion', 'taal'])
) as reference (position, slug, name, synonyms);

-- down
drop schema catalog cascade;
