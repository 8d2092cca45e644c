import { m } from '../../../messages/messages.js';
import { TextLink } from '../../ui/TextLink.tsx';
import { withReturnTo } from '../return-to.ts';

export type Proof = 'password' | 'totp' | 'backup_code' | 'passkey';

const texts = {
  password: m.auth_with_password,
  totp: m.auth_with_totp,
  passkey: m.auth_with_passkey,
  backup_code: m.auth_with_backup_code,
} as const satisfies Record<Proof, () => string>;

/** The proof that was asked for in the address, or the first that the account has, if it has any. */
export const proofOf = <P extends Proof>(
  wished: string | null,
  methods: readonly P[],
): P | undefined => methods.find((method) => method === wished) ?? methods[0];

/** The other ways to give a proof, each a link to the same page. */
export function OtherProofs({
  methods,
  shown,
  path,
  returnTo,
}: {
  methods: readonly Proof[];
  shown: Proof | undefined;
  path: string;
  returnTo: string | undefined;
}) {
  const others = methods.filter((method) => method !== shown);
  if (others.length === 0) return null;
  return (
    <nav aria-label={m.auth_other_ways()}>
      <ul className="flex flex-wrap gap-x-6">
        {others.map((method) => (
          <li key={method} className="target text-14">
            <TextLink href={withReturnTo(`${path}?with=${method}`, returnTo)}>
              {texts[method]()}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
