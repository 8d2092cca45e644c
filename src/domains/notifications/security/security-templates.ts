import type { Ctx } from '../../../platform/context.ts';
import { type Contact, getContact, getDeletion, twoFactorResetLink } from '../../identity/index.ts';
import { momentInZone } from '../mail/when.ts';
import type { Render, TemplateParams } from '../template.ts';
import { securityLetter } from './security-letter.ts';
import { m } from './security-texts.ts';

interface Told {
  contact: Contact;
  params: TemplateParams;
  /** When it happened, in the receiver's zone. */
  when: string;
  /** A page of ours. */
  page(path: string): string;
}

type Written = Omit<Parameters<typeof securityLetter>[0], 'publicUrl' | 'name'>;

/** To the person's own address, in their zone; undefined when it is no longer true. */
function told(
  write: (about: Told, ctx: Ctx) => Written | undefined | Promise<Written | undefined>,
): Render {
  return async (ctx, personId, params) => {
    const { publicUrl } = ctx.config;
    const contact = await getContact(ctx, personId);
    const page = (path: string) => `${publicUrl}${path}`;
    const about = { contact, params, when: momentFor(contact, params.at), page };
    const written = await write(about, ctx);
    return (
      written && {
        to: contact.email,
        letter: securityLetter({ name: contact.displayName, publicUrl, ...written }),
      }
    );
  };
}

const momentFor = ({ timeZone, locale }: Contact, at: string | undefined) =>
  at === undefined ? '' : momentInZone(Temporal.Instant.from(at), timeZone, locale);

export const securityTemplates = {
  'new-device': told(({ params, when }) => ({
    subject: m.mail_device_subject(),
    text: m.mail_device_text({ browser: params.browser!, when }),
  })),
  'account-locked': told(({ when, page }) => ({
    subject: m.mail_locked_subject(),
    text: m.mail_locked_text({ when }),
    hint: m.mail_locked_hint(),
    action: { label: m.mail_locked_button(), url: page('/forgot-password') },
  })),
  'two-factor-enabled': told(({ when }) => ({
    subject: m.mail_two_factor_on_subject(),
    text: m.mail_two_factor_on_text({ when }),
  })),
  'two-factor-disabled': told(({ when }) => ({
    subject: m.mail_two_factor_off_subject(),
    text: m.mail_two_factor_off_text({ when }),
  })),
  'backup-codes-regenerated': told(({ when }) => ({
    subject: m.mail_codes_new_subject(),
    text: m.mail_codes_new_text({ when }),
  })),
  'backup-code-used': told(({ params, when }) => ({
    subject: m.mail_code_used_subject(),
    text: m.mail_code_used_text({ left: params.left!, when }),
  })),
  'passkey-added': told(({ when }) => ({
    subject: m.mail_passkey_added_subject(),
    text: m.mail_passkey_added_text({ when }),
  })),
  'passkey-removed': told(({ when }) => ({
    subject: m.mail_passkey_removed_subject(),
    text: m.mail_passkey_removed_text({ when }),
  })),
  'provider-linked': told(({ params: { provider = '' }, when }) => ({
    subject: m.mail_provider_added_subject({ provider }),
    text: m.mail_provider_added_text({ provider, when }),
  })),
  'provider-unlinked': told(({ params: { provider = '' }, when }) => ({
    subject: m.mail_provider_removed_subject({ provider }),
    text: m.mail_provider_removed_text({ provider, when }),
  })),
  'refresh-reused': told(({ when }) => ({
    subject: m.mail_reused_subject(),
    text: m.mail_reused_text({ when }),
  })),
  'phone-changed': told(({ contact: { phone }, when }) =>
    phone === null
      ? { subject: m.mail_phone_gone_subject(), text: m.mail_phone_gone_text({ when }) }
      : {
          subject: m.mail_phone_new_subject(),
          text: m.mail_phone_new_text({ ending: phone.slice(-2), when }),
        },
  ),
  'deletion-scheduled': told(async ({ contact, page }, ctx) => {
    const { erasesAt } = await getDeletion(ctx, { personId: contact.id });
    return erasesAt
      ? {
          subject: m.mail_deletion_subject(),
          text: m.mail_deletion_text({ date: momentFor(contact, erasesAt.toString()) }),
          hint: m.mail_deletion_hint(),
          action: { label: m.mail_deletion_button(), url: page('/account/data') },
        }
      : undefined;
  }),
  'deletion-cancelled': told(({ page }) => ({
    subject: m.mail_deletion_off_subject(),
    text: m.mail_deletion_off_text(),
    action: { label: m.mail_deletion_off_button(), url: page('/account') },
  })),
  'two-factor-reset': told(async ({ contact, params }, ctx) => {
    const link = await twoFactorResetLink(ctx, params.resetId!);
    return link
      ? {
          subject: m.mail_reset_second_subject(),
          text: m.mail_reset_second_text({
            date: momentFor(contact, link.takesEffectAt.toString()),
          }),
          action: { label: m.mail_reset_second_button(), url: link.url },
        }
      : undefined;
  }),
} satisfies Record<string, Render>;
