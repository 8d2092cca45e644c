import { m } from '../../../messages/messages.js';
import type { FormProblem } from '../../api/problem.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { Input } from '../../ui/Input.tsx';

interface PhoneNumberProps {
  phone: string | null;
  /** ISO 3166 code of the country that a number without a prefix is taken to be in. */
  region: string;
  /** Whether this installation can send text messages. */
  available: boolean;
  typed: string | undefined;
  problem: FormProblem | undefined;
}

const examples: Record<string, string> = {
  GB: '07400 123456',
  US: '(201) 555-0123',
  IN: '081234 56789',
  JP: '090-1234-5678',
};

/** The number that is known, and the form for a new one. */
export function PhoneNumber({ phone, region, available, typed, problem }: PhoneNumberProps) {
  return (
    <>
      {phone ? (
        <Card className="flex flex-wrap items-center justify-between gap-3">
          <p className="numerals font-display text-22">{phone}</p>
          <ButtonLink href="/account/phone?remove=1" tone="quiet">
            {m.phone_remove()}
          </ButtonLink>
        </Card>
      ) : null}
      {available ? (
        <NumberForm {...{ phone, region, typed, problem }} />
      ) : (
        <Alert>{m.phone_unavailable()}</Alert>
      )}
    </>
  );
}

function NumberForm({ phone, region, typed, problem }: Omit<PhoneNumberProps, 'available'>) {
  return (
    <form method="post" className="grid max-w-105 gap-5">
      <FormErrors problem={problem} labels={{ phone: m.phone_number() }} />
      <Input
        name="phone"
        type="tel"
        label={phone ? m.phone_new_number() : m.phone_number()}
        hint={m.phone_hint({ example: examples[region] ?? '+44 7400 123456' })}
        error={problem?.fields['phone']}
        defaultValue={typed}
        autoComplete="tel"
        inputMode="tel"
        required
        maxLength={40}
        className="numerals"
      />
      <p>
        <Button size="large">{m.phone_send()}</Button>
      </p>
    </form>
  );
}
