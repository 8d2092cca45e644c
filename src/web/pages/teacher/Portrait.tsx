import { m } from '../../../messages/messages.js';
import type { Instructor, ReviewPage } from '../../api/types.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Rating } from '../../ui/Rating.tsx';
import { FavouriteButton } from '../practice/keep/FavouriteButton.tsx';

export function Portrait({
  instructor,
  rating,
  isKept,
}: {
  instructor: Instructor;
  rating: ReviewPage['rating'];
  /** Among the visitor's favourites. */
  isKept: boolean;
}) {
  const subjects = [...new Set(instructor.services.map(({ subject }) => subject.name))];
  const speaks = instructor.languages.map(languageName).join(', ');
  return (
    <header className="flex flex-col gap-5 md:flex-row md:items-center md:gap-8">
      <Avatar portrait={instructor.portrait} seed={instructor.slug} size="large" eager />
      <div>
        <h1 className="text-36 md:text-48">{instructor.displayName}</h1>
        <p className="mt-1 text-18 text-soft">{instructor.headline}</p>
        <ul className="mt-4 flex flex-wrap gap-2">
          <li>
            <Badge>
              <Rating average={rating.average} count={rating.count} />
            </Badge>
          </li>
          <li>
            <Badge>{subjects.join(', ')}</Badge>
          </li>
          {instructor.placeName ? (
            <li>
              <Badge>{instructor.placeName}</Badge>
            </li>
          ) : null}
          {speaks ? (
            <li>
              <Badge>{m.teacher_speaks({ languages: speaks })}</Badge>
            </li>
          ) : null}
          {instructor.isDemo ? (
            <li>
              <Badge tone="warning">{m.teacher_demo()}</Badge>
            </li>
          ) : null}
        </ul>
        <FavouriteButton
          kind="instructor"
          slug={instructor.slug}
          isKept={isKept}
          returnTo={`/teachers/${instructor.slug}`}
          className="mt-4"
        />
      </div>
    </header>
  );
}

let names: Intl.DisplayNames | undefined;

function languageName(code: string): string {
  names ??= new Intl.DisplayNames('en', { type: 'language' });
  return names.of(code) ?? code;
}
