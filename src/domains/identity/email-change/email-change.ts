import type { Ctx } from '../../../platform/context.ts';
import { hmac, sha256 } from '../../../platform/crypto/index.ts';

export const confirmHours = 24;
export const undoHours = 72;

type LinkKind = 'confirm' | 'undo';

const pages: Record<LinkKind, string> = {
  confirm: '/email/confirm',
  undo: '/email/undo',
};

/** Derived from the id, so that the database holds its hash alone and mail can be rendered again. */
const tokenText = (ctx: Ctx, kind: LinkKind, changeId: string) =>
  hmac(ctx.config.secretKey, `email_change_${kind}:${changeId}`);

export const linkHash = (ctx: Ctx, kind: LinkKind, changeId: string) =>
  sha256(tokenText(ctx, kind, changeId));

export const linkUrl = (ctx: Ctx, kind: LinkKind, changeId: string) =>
  `${ctx.config.publicUrl}${pages[kind]}?token=${tokenText(ctx, kind, changeId)}`;
