import type { operations } from './schema.d.ts';

type Answer<Operation extends keyof operations> = operations[Operation] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

export type Plan = Answer<'listPlusPlans'>['items'][number];

export type MyPlus = Answer<'getMyPlus'>;

export type Subscription = NonNullable<MyPlus['subscription']>;

export type PlanChange = Answer<'previewPlusChange'>;

export type SavedCard = Answer<'listMyCards'>['items'][number];

export type Payment = Answer<'listMyPayments'>['items'][number];
