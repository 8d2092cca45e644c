import { personOf } from '../../../platform/context.ts';
import { type App, Problem, type RateLimitRule } from '../../../platform/http/index.ts';
import * as schemas from '../earning-schemas.ts';
import { checkPayoutAccount } from '../payout-accounts/check-payout-account.ts';
import { getPayoutAccount } from '../payout-accounts/get-payout-account.ts';
import { openDashboard } from '../payout-accounts/open-dashboard.ts';
import { startOnboarding } from '../payout-accounts/start-onboarding.ts';
import { getPayout, listPayoutLines, listPayouts, type PayoutView } from './list-payouts.ts';

const tags = ['payouts'];
const limit = (name: string, points: number): RateLimitRule => ({
  name,
  points,
  windowSeconds: 600,
});

export function payoutsRoutes(app: App): void {
  accountRoutes(app);
  providerPageRoutes(app);
  listRoutes(app);
}

function accountRoutes(app: App): void {
  app.get(
    '/api/v1/payouts/account',
    {
      config: { access: 'instructor' },
      schema: {
        tags,
        operationId: 'getPayoutAccount',
        summary: 'Whether I can be paid, and what is missing',
        response: { 200: schemas.PayoutAccountAnswer, default: Problem },
      },
    },
    async ({ ctx }) => getPayoutAccount(ctx, personOf(ctx).id),
  );
  app.post(
    '/api/v1/payouts/account/check',
    {
      config: { access: 'instructor', rateLimit: limit('check-payout-account', 60) },
      schema: {
        tags,
        operationId: 'checkPayoutAccount',
        summary: 'Ask the payment provider whether I can be paid',
        response: { 200: schemas.PayoutAccountAnswer, default: Problem },
      },
    },
    async ({ ctx }) => checkPayoutAccount(ctx, personOf(ctx).id),
  );
}

function providerPageRoutes(app: App): void {
  app.post(
    '/api/v1/payouts/account/onboarding',
    {
      config: {
        access: 'instructor',
        fresh: true,
        rateLimit: limit('payout-onboarding', 20),
      },
      schema: {
        tags,
        operationId: 'startPayoutOnboarding',
        summary: 'The payment provider’s page where I say who I am and where to pay me',
        response: { 200: schemas.ProviderPage, default: Problem },
      },
    },
    async ({ ctx }) => ({ url: await startOnboarding(ctx, personOf(ctx).id) }),
  );
  app.post(
    '/api/v1/payouts/account/dashboard',
    {
      config: { access: 'instructor', fresh: true, rateLimit: limit('payout-dashboard', 20) },
      schema: {
        tags,
        operationId: 'openPayoutDashboard',
        summary: 'The payment provider’s page where I change my bank and details',
        response: { 200: schemas.ProviderPage, default: Problem },
      },
    },
    async ({ ctx }) => ({ url: await openDashboard(ctx, personOf(ctx).id) }),
  );
}

const answer = ({ createdAt, arrivesAt, ...payout }: PayoutView) => ({
  ...payout,
  createdAt: createdAt.toString(),
  arrivesAt: arrivesAt.toString(),
});

function listRoutes(app: App): void {
  app.get(
    '/api/v1/payouts',
    {
      config: { access: 'instructor' },
      schema: {
        tags,
        operationId: 'listPayouts',
        summary: 'My payouts, the latest first',
        querystring: schemas.CursorQuery,
        response: { 200: schemas.PayoutsPage, default: Problem },
      },
    },
    async ({ ctx, query }) => {
      const { items, nextCursor } = await listPayouts(ctx, personOf(ctx).id, query.cursor);
      return { items: items.map(answer), nextCursor };
    },
  );
  app.get(
    '/api/v1/payouts/:payoutId',
    {
      config: { access: 'instructor' },
      schema: {
        tags,
        operationId: 'getPayout',
        summary: 'One of my payouts',
        params: schemas.PayoutParams,
        response: { 200: schemas.PayoutAnswer, default: Problem },
      },
    },
    async ({ ctx, params: { payoutId } }) =>
      answer(await getPayout(ctx, { personId: personOf(ctx).id, payoutId })),
  );
  app.get(
    '/api/v1/payouts/:payoutId/lines',
    {
      config: { access: 'instructor' },
      schema: {
        tags,
        operationId: 'listPayoutLines',
        summary: 'The lessons that a payout is made of',
        params: schemas.PayoutParams,
        querystring: schemas.CursorQuery,
        response: { 200: schemas.PayoutLinesPage, default: Problem },
      },
    },
    async ({ ctx, params: { payoutId }, query }) => {
      const own = { personId: personOf(ctx).id, payoutId };
      const { items, nextCursor } = await listPayoutLines(ctx, own, query.cursor);
      return {
        nextCursor,
        items: items.map(({ happenedAt, earning, ...line }) => ({
          ...line,
          happenedAt: happenedAt.toString(),
          earning: earning && { ...earning, startsAt: earning.startsAt.toString() },
        })),
      };
    },
  );
}
