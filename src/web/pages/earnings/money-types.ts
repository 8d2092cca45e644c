import type { operations } from '../../api/schema.d.ts';

type Answer<Operation extends keyof operations> = operations[Operation] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

/** What one lesson brings. */
export type Earning = Answer<'listEarnings'>['items'][number];
export type EarningsSum = Answer<'summariseEarnings'>['items'][number];
export type PayoutAccount = Answer<'getPayoutAccount'>;
export type Requirement = PayoutAccount['requirements'][number];
export type Payout = Answer<'getPayout'>;
export type PayoutLine = Answer<'listPayoutLines'>['items'][number];
