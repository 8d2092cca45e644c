import { m } from '../../../messages/messages.js';
import type { OwnProfile } from '../../api/bookings.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';

/** What is done and what is left before learners can book. */
export function Checklist({
  profile,
  hasHours,
}: {
  profile: OwnProfile | undefined;
  hasHours: boolean;
}) {
  const missing = profile?.missing ?? ['headline', 'bio', 'languages', 'services'];
  const has = (field: string) => !missing.includes(field);
  const steps = [
    { done: has('headline'), text: m.teach_check_headline(), href: '#headline' },
    { done: has('bio'), text: m.teach_check_bio(), href: '#bio' },
    { done: has('languages'), text: m.teach_check_languages(), href: '#languages' },
    {
      done: has('services'),
      text: m.teach_check_service(),
      href: profile ? '#services' : '#displayName',
    },
    {
      done: hasHours,
      text: m.teach_check_hours(),
      href: profile ? '/teach/hours' : '#displayName',
    },
  ];
  const published = profile?.status === 'published';
  return (
    <Card raised className="grid gap-4 max-lg:order-first lg:sticky lg:top-6">
      <h2 className="text-22">{published ? m.teach_check_public() : m.teach_check_title()}</h2>
      <ul className="grid gap-1">
        {steps.map(({ done, text, href }) => (
          <li key={text}>
            <a href={href} className="target gap-3 hover:underline hover:underline-offset-4">
              <Tick done={done} />
              <span className={done ? 'text-soft' : ''}>
                {text}
                <span className="sr-only">{` (${done ? m.teach_check_done() : m.teach_check_open()})`}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      {published ? (
        <div className="flex flex-wrap gap-2">
          <ButtonLink href={`/teachers/${profile.slug}`} tone="quiet">
            {m.teach_see_profile()}
          </ButtonLink>
          <ButtonLink href="/teach/hours" tone="quiet">
            {m.teach_hours_link()}
          </ButtonLink>
          <ButtonLink href="/teach/portrait" tone="quiet">
            {m.portrait_link()}
          </ButtonLink>
          <ButtonLink href="/teach/library?own=1" tone="quiet">
            {m.teach_library_link()}
          </ButtonLink>
        </div>
      ) : (
        <form method="post" className="grid gap-2">
          <input type="hidden" name="intent" value="publish" />
          <Button wide disabled={missing.length > 0}>
            {m.teach_publish()}
          </Button>
          <p className="text-14 text-soft">
            {missing.length > 0 ? m.teach_publish_not_yet() : m.teach_publish_hint()}
          </p>
        </form>
      )}
    </Card>
  );
}

function Tick({ done }: { done: boolean }) {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="size-5 shrink-0 stroke-[1.6]"
    >
      <circle
        cx="10"
        cy="10"
        r="8"
        className={done ? 'fill-success stroke-success' : 'stroke-edge'}
      />
      {done ? <path d="M6.5 10.2l2.4 2.4 4.6-5" className="stroke-surface" /> : null}
    </svg>
  );
}
