import type { ReactNode } from 'react';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { Badge } from '../../ui/Badge.tsx';
import { providerOf } from '../entrance/provider.ts';
import { requireVisitor } from '../require-visitor.ts';
import { AccountSection } from './AccountSection.tsx';
import { DoneNotice, doneOf } from './DoneNotice.tsx';
import { SettingsLink, SettingsList } from './SettingsList.tsx';
import type { Route } from './+types/security';

export const handle = { hydrate: false };

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const { client } = web;
  const [me, phone, change, twoFactor, passkeys, links, provider] = await Promise.all([
    client.GET('/api/v1/me'),
    client.GET('/api/v1/auth/phone'),
    client.GET('/api/v1/auth/email-change'),
    client.GET('/api/v1/auth/2fa/status'),
    client.GET('/api/v1/auth/passkeys'),
    client.GET('/api/v1/auth/oidc/links'),
    providerOf(web),
  ]);
  return {
    done: doneOf(request),
    email: dataOrThrow(me).email,
    phone: dataOrThrow(phone).phone,
    newEmail: dataOrThrow(change).pending?.newEmail,
    twoFactor: dataOrThrow(twoFactor),
    passkeys: dataOrThrow(passkeys).items.length,
    link: dataOrThrow(links).items[0],
    provider,
  };
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.security_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function Security({ loaderData }: Route.ComponentProps) {
  const { done, email, phone, newEmail, passkeys, link, provider } = loaderData;
  const linkedName = link?.provider ?? provider;
  return (
    <AccountSection title={m.security_title()} intro={m.security_intro()}>
      <DoneNotice done={done} />
      <Group title={m.security_ways_in()}>
        <SettingsLink
          href="/account/email"
          icon="mail"
          title={m.auth_email()}
          text={email}
          badge={newEmail ? <Badge tone="warning">{m.security_email_pending()}</Badge> : null}
        />
        <SettingsLink
          href="/account/password"
          icon="key"
          title={m.auth_password()}
          text={m.security_password_text()}
        />
        <SettingsLink
          href="/account/passkeys"
          icon="passkey"
          title={m.passkeys_title()}
          text={
            passkeys === 0 ? m.security_passkeys_none() : m.security_passkeys({ count: passkeys })
          }
        />
        {linkedName ? (
          <SettingsLink
            href="/account/provider"
            icon="link"
            title={linkedName}
            text={
              link
                ? m.security_linked_as({ email: link.email ?? linkedName })
                : m.security_not_linked()
            }
          />
        ) : null}
      </Group>
      <Group title={m.security_second_step()}>
        <TwoFactor {...loaderData.twoFactor} />
        <SettingsLink
          href="/account/phone"
          icon="phone"
          title={m.phone_title()}
          text={phone ?? m.security_phone_none()}
        />
      </Group>
    </AccountSection>
  );
}

function TwoFactor({
  enabled,
  backupCodesLeft,
  backupCodesFew,
}: {
  enabled: boolean;
  backupCodesLeft: number;
  backupCodesFew: boolean;
}) {
  return (
    <>
      <SettingsLink
        href="/account/two-factor"
        icon="shield"
        title={m.two_factor_title()}
        text={enabled ? m.security_two_factor_on() : m.security_two_factor_off()}
        badge={
          enabled ? (
            <Badge tone="success">{m.security_on()}</Badge>
          ) : (
            <Badge>{m.security_off()}</Badge>
          )
        }
      />
      {enabled ? (
        <SettingsLink
          href="/account/backup-codes"
          icon="box"
          title={m.codes_title()}
          text={m.codes_left({ count: backupCodesLeft })}
          badge={backupCodesFew ? <Badge tone="warning">{m.codes_few()}</Badge> : null}
        />
      ) : null}
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-3">
      <h2 className="text-22">{title}</h2>
      <SettingsList>{children}</SettingsList>
    </section>
  );
}
