import type { Ctx } from '../../platform/context.ts';
import type { MailAttachment } from '../../platform/mail/index.ts';
import type { Letter } from './mail/letter.ts';

/** What a delivery remembers: the rest is read from its owner when the mail is written. */
export interface TemplateParams {
  tokenId?: string;
  bookingId?: string;
  problemId?: string;
  homeworkId?: string;
  payoutId?: string;
  disputeId?: string;
  reconciliationId?: string;
  subscriptionId?: string;
  providerInvoiceId?: string;
  /** How many times a payment was tried. */
  attempt?: number;
  changeId?: string;
  resetId?: string;
  /** Made of our own words, as in "Firefox on Linux". */
  browser?: string;
  /** Name of another sign-in provider, as it is configured. */
  provider?: string;
  /** Backup codes that are left. */
  left?: number;
  /** When it happened (RFC 3339), for mails that say so. */
  at?: string;
}

export interface Rendered {
  to: string;
  letter: Letter;
  attachments?: MailAttachment[];
}

export type Render = (
  ctx: Ctx,
  personId: string,
  params: TemplateParams,
) => Promise<Rendered | undefined>;
