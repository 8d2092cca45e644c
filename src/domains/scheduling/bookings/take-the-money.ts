import { captureCharge } from '../../payments/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { DomainError } from '../../../platform/errors/index.ts';

/** A lesson that was given is completed even where its authorisation has lapsed: a person must look. */
export async function takeTheMoney(ctx: Ctx, chargeId: string): Promise<void> {
  try {
    await captureCharge(ctx, chargeId);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'charge_moved_on') throw error;
    ctx.log.error({ err: error, chargeId }, 'lesson given, but its payment cannot be taken');
  }
}
