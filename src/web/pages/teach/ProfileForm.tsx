import { m } from '../../../messages/messages.js';
import type { OwnProfile } from '../../api/bookings.ts';
import { Button } from '../../ui/Button.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { Input } from '../../ui/Input.tsx';
import { Textarea } from '../../ui/Textarea.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { PlaceField } from './PlaceField.tsx';
import type { ProfileAnswer } from './save-profile.ts';

interface ProfileFormProps {
  profile: OwnProfile | undefined;
  displayName: string;
  places: string[];
  marketCode: string;
  answer: ProfileAnswer | undefined;
}

export function ProfileForm({
  profile,
  displayName,
  places,
  marketCode,
  answer,
}: ProfileFormProps) {
  const { typed, problem } = answer ?? {};
  const valueOf = (name: 'displayName' | 'headline' | 'bio' | 'lessonText') =>
    typed?.[name] ?? profile?.[name] ?? (name === 'displayName' ? displayName : '');
  const errorOf = (name: string) => problem?.fields[name];
  const labels = {
    displayName: m.teach_name(),
    headline: m.teach_headline(),
    bio: m.teach_bio(),
    lessonText: m.teach_lesson_text(),
    languages: m.teach_languages(),
    place: m.teach_place(),
  };
  return (
    <form
      method="post"
      action="/teach"
      aria-labelledby="profile-title"
      className="grid max-w-160 gap-5"
    >
      <h2 id="profile-title" className="text-28">
        {m.teach_profile()}
      </h2>
      <FormErrors problem={problem} labels={labels} />
      <input type="hidden" name="intent" value="profile" />
      <Input
        name="displayName"
        label={labels.displayName}
        error={errorOf('displayName')}
        defaultValue={valueOf('displayName')}
        autoComplete="name"
        required
        minLength={2}
        maxLength={80}
      />
      <Input
        name="headline"
        label={labels.headline}
        hint={m.teach_headline_hint()}
        error={errorOf('headline')}
        defaultValue={valueOf('headline')}
        maxLength={120}
      />
      <Textarea
        name="bio"
        label={labels.bio}
        hint={m.teach_bio_hint()}
        error={errorOf('bio')}
        defaultValue={valueOf('bio')}
        rows={6}
        maxLength={3000}
      />
      <Textarea
        name="lessonText"
        label={labels.lessonText}
        hint={m.teach_lesson_text_hint()}
        error={errorOf('lessonText')}
        defaultValue={valueOf('lessonText')}
        rows={4}
        maxLength={2000}
      />
      <LanguageChoice
        chosen={typed?.languages ?? profile?.languages ?? ['en']}
        error={errorOf('languages')}
      />
      <PlaceField
        typed={typed?.place ?? profile?.placeName ?? ''}
        error={errorOf('place')}
        marketCode={marketCode}
        places={places}
        choices={answer?.places ?? []}
      />
      <p>
        <Button size="large">{profile ? m.teach_save() : m.teach_start()}</Button>
      </p>
    </form>
  );
}
