import { m } from '../../../messages/messages.js';
import { Input } from '../../ui/Input.tsx';

/** One of the codes that were kept for the day the phone is gone. */
export function BackupCodeInput({
  error,
  autoFocus,
}: {
  error: string | undefined;
  autoFocus: boolean;
}) {
  return (
    <Input
      name="backupCode"
      label={m.auth_backup_code()}
      hint={m.auth_backup_hint()}
      error={error}
      autoFocus={autoFocus}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      required
      maxLength={60}
      className="numerals tracking-wider"
    />
  );
}
