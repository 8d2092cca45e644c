import { m } from '../../../messages/messages.js';
import type { Passkey } from '../../api/types.ts';
import { formatAgo } from '../../format/ago.ts';
import { formatTime } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Input } from '../../ui/Input.tsx';
import type { FormAnswer } from '../form-answer.ts';
import { SettingsItem, SettingsList } from './SettingsList.tsx';

interface PasskeyListProps {
  items: Passkey[];
  /** Id of the one whose name is being changed. */
  renaming: string | undefined;
  now: string;
  answer: FormAnswer<{ id: string; name: string }> | undefined;
}

export function PasskeyList({ items, renaming, now, answer }: PasskeyListProps) {
  const { market, timeZone } = useShell();
  if (items.length === 0) return null;
  return (
    <SettingsList>
      {items.map((passkey) => {
        const { id, name, backedUp, createdAt, lastUsedAt } = passkey;
        const added = formatTime(createdAt, 'date', timeZone, market.locale);
        const used = lastUsedAt
          ? m.passkeys_used({ when: formatAgo(lastUsedAt, now, timeZone, market.locale) })
          : m.passkeys_unused();
        if (id === renaming)
          return (
            <Renaming
              key={id}
              passkey={passkey}
              answer={answer?.typed.id === id ? answer : undefined}
            />
          );
        return (
          <SettingsItem
            key={id}
            icon="passkey"
            title={name}
            facts={[
              `${m.passkeys_added({ date: added })} · ${used}`,
              backedUp ? m.passkeys_backed_up() : m.passkeys_this_device(),
            ]}
          >
            <ButtonLink href={`/account/passkeys?rename=${id}`} tone="quiet">
              {m.passkeys_rename()}
              <span className="sr-only">{` ${name}`}</span>
            </ButtonLink>
            <ButtonLink href={`/account/passkeys?remove=${id}`} tone="quiet">
              {m.passkeys_remove()}
              <span className="sr-only">{` ${name}`}</span>
            </ButtonLink>
          </SettingsItem>
        );
      })}
    </SettingsList>
  );
}

function Renaming({
  passkey,
  answer,
}: {
  passkey: Passkey;
  answer: FormAnswer<{ name: string }> | undefined;
}) {
  return (
    <li className="p-4 md:px-5">
      <form method="post" className="grid gap-4">
        <input type="hidden" name="id" value={passkey.id} />
        <Input
          name="name"
          label={m.passkeys_name()}
          error={answer?.problem.fields['name'] ?? answer?.problem.message}
          defaultValue={answer?.typed.name ?? passkey.name}
          autoFocus
          required
          maxLength={60}
        />
        <p className="flex flex-wrap gap-2">
          <Button name="intent" value="rename">
            {m.profile_save()}
          </Button>
          <ButtonLink href="/account/passkeys" tone="quiet">
            {m.passkeys_rename_cancel()}
          </ButtonLink>
        </p>
      </form>
    </li>
  );
}
