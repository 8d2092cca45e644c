import type { Ctx } from '../../../platform/context.ts';
import type { TemplateParams } from '../template.ts';
import { m } from './security-texts.ts';

const notYou = ({ config }: Ctx) => m.sms_not_you({ url: `${config.publicUrl}/forgot-password` });

/** What is told by SMS as well, to who has confirmed a number. Short: one SMS holds 160 characters. */
export const smsTexts = {
  'new-device': (ctx, { browser = '' }) => `${m.sms_device({ browser })} ${notYou(ctx)}`,
  'password-changed': (ctx) => `${m.sms_password()} ${notYou(ctx)}`,
  'two-factor-enabled': (ctx) => `${m.sms_two_factor_on()} ${notYou(ctx)}`,
  'two-factor-disabled': (ctx) => `${m.sms_two_factor_off()} ${notYou(ctx)}`,
  'email-changed': () => m.sms_email_changed(),
  'refresh-reused': (ctx) => `${m.sms_reused()} ${notYou(ctx)}`,
} satisfies Record<string, (ctx: Ctx, params: TemplateParams) => string>;

export type SmsTemplate = keyof typeof smsTexts;

export const isSmsTemplate = (template: string): template is SmsTemplate => template in smsTexts;

export function smsText(ctx: Ctx, template: SmsTemplate, params: TemplateParams): string {
  const write: (ctx: Ctx, params: TemplateParams) => string = smsTexts[template];
  return `Etude: ${write(ctx, params)}`;
}
