import { m } from '../../../../messages/messages.js';
import { Alert } from '../../../ui/Alert.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Textarea } from '../../../ui/Textarea.tsx';

const noteMax = 2_000;

/** One's own words on a pose, for nobody else. */
export function NoteForm({
  text,
  isSaved,
  error,
}: {
  text: string;
  isSaved: boolean;
  error: string | undefined;
}) {
  return (
    <form
      id="my-note"
      method="post"
      className="mt-8 grid scroll-mt-6 justify-items-stretch gap-3 rounded-card border border-line bg-surface p-5"
    >
      {isSaved && !error ? (
        <Alert tone="success" live>
          {m.note_saved()}
        </Alert>
      ) : null}
      <Textarea
        name="note"
        label={m.note_title()}
        hint={m.note_hint()}
        error={error}
        defaultValue={text}
        maxLength={noteMax}
        rows={3}
      />
      <p>
        <Button tone="quiet">{m.note_save()}</Button>
      </p>
    </form>
  );
}
