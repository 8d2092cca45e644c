import { type App, Problem } from '../../../platform/http/index.ts';
import { money } from '../../../platform/money/index.ts';
import { listPlans } from '../plans/list-plans.ts';
import type { Plan } from '../plans/plans.queries.ts';
import * as schemas from '../plus-schemas.ts';
import {
  cancelSubscription,
  quoteCancellation,
  resumeSubscription,
} from './cancel-subscription.ts';
import { changePlan, previewPlanChange } from './change-plan.ts';
import { checkPlus, type MyPlus, myPlus } from './my-plus.ts';
import { openPortal } from './open-portal.ts';
import { startSubscription } from './start-subscription.ts';

const tags = ['plus'];
/** Each asks the provider. */
const rateLimit = { name: 'plus', points: 60, windowSeconds: 600 };
const config = { access: 'signed_in', rateLimit } as const;

export function plusRoutes(app: App): void {
  readRoutes(app);
  beginRoutes(app);
  changeRoutes(app);
  endRoutes(app);
}

function readRoutes(app: App): void {
  app.get(
    '/api/v1/plus/plans',
    {
      config: { access: 'public', actor: false },
      schema: {
        tags,
        operationId: 'listPlusPlans',
        summary: 'What Etude Plus costs in a market',
        querystring: schemas.PlansQuery,
        response: { 200: schemas.PlanList, default: Problem },
      },
    },
    async ({ ctx, query }) => ({
      items: (await listPlans(ctx, query.market)).map(viewPlan),
      nextCursor: null,
    }),
  );
  app.get(
    '/api/v1/me/plus',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'getMyPlus',
        summary: 'How I stand with Etude Plus',
        response: { 200: schemas.MyPlusView, default: Problem },
      },
    },
    async ({ ctx }) => viewMine(await myPlus(ctx)),
  );
}

function beginRoutes(app: App): void {
  app.post(
    '/api/v1/me/plus',
    {
      config,
      schema: {
        tags,
        operationId: 'subscribeToPlus',
        summary: 'A page of the provider on which I subscribe',
        body: schemas.SubscribeBody,
        response: { 200: schemas.HostedPage, default: Problem },
      },
    },
    ({ ctx, body }) => startSubscription(ctx, { planId: body.plan }),
  );
  app.post(
    '/api/v1/me/plus/check',
    {
      config,
      schema: {
        tags,
        operationId: 'checkMyPlus',
        summary: 'How I stand with Etude Plus, after a look at the provider',
        response: { 200: schemas.MyPlusView, default: Problem },
      },
    },
    async ({ ctx }) => viewMine(await checkPlus(ctx)),
  );
  app.post(
    '/api/v1/me/plus/portal',
    {
      config,
      schema: {
        tags,
        operationId: 'openPlusPortal',
        summary: 'The provider’s own pages about my subscription',
        response: { 200: schemas.HostedPage, default: Problem },
      },
    },
    ({ ctx }) => openPortal(ctx),
  );
}

function changeRoutes(app: App): void {
  app.get(
    '/api/v1/me/plus/change',
    {
      config,
      schema: {
        tags,
        operationId: 'previewPlusChange',
        summary: 'What another plan costs me, before I change',
        querystring: schemas.ChangeQuery,
        response: { 200: schemas.ChangePreview, default: Problem },
      },
    },
    async ({ ctx, query }) => {
      const preview = await previewPlanChange(ctx, query.plan);
      const { startsAt, renewsAt, at } = preview;
      return {
        ...preview,
        plan: viewPlan(preview.plan),
        startsAt: startsAt.toString(),
        renewsAt: renewsAt.toString(),
        at: at.toString(),
      };
    },
  );
  app.post(
    '/api/v1/me/plus/change',
    {
      config,
      schema: {
        tags,
        operationId: 'changePlusPlan',
        summary: 'Change to another plan, for just what was shown',
        body: schemas.ChangeBody,
        response: { 200: schemas.MyPlusView, default: Problem },
      },
    },
    async ({ ctx, body: { plan: planId, expectedDueMinor, at } }) => {
      await changePlan(ctx, { planId, expectedDueMinor, at: Temporal.Instant.from(at) });
      return viewMine(await myPlus(ctx));
    },
  );
}

function endRoutes(app: App): void {
  app.get(
    '/api/v1/me/plus/cancellation',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'quotePlusCancellation',
        summary: 'What it means to end Etude Plus, now or with the period',
        response: { 200: schemas.CancellationQuote, default: Problem },
      },
    },
    async ({ ctx }) => {
      const { periodEndsAt, refund, at } = await quoteCancellation(ctx);
      return { periodEndsAt: periodEndsAt.toString(), refund, at: at.toString() };
    },
  );
  app.post(
    '/api/v1/me/plus/cancel',
    {
      config,
      schema: {
        tags,
        operationId: 'cancelPlus',
        summary: 'End Etude Plus',
        body: schemas.CancelBody,
        response: { 200: schemas.MyPlusView, default: Problem },
      },
    },
    async ({ ctx, body: { when, expectedRefundMinor, at } }) => {
      const quotedAt = at === undefined ? undefined : Temporal.Instant.from(at);
      await cancelSubscription(ctx, { when, expectedRefundMinor, at: quotedAt });
      return viewMine(await myPlus(ctx));
    },
  );
  app.post(
    '/api/v1/me/plus/resume',
    {
      config,
      schema: {
        tags,
        operationId: 'resumePlus',
        summary: 'Keep Etude Plus after all',
        response: { 200: schemas.MyPlusView, default: Problem },
      },
    },
    async ({ ctx }) => {
      await resumeSubscription(ctx);
      return viewMine(await myPlus(ctx));
    },
  );
}

const viewPlan = (plan: Plan) => ({
  id: plan.id,
  market: plan.market_code,
  interval: plan.interval,
  price: money(plan.amount_minor, plan.currency),
  trialDays: plan.trial_days,
});

const text = (instant: Temporal.Instant | null) => instant?.toString() ?? null;

function viewMine({ hasPlus, mayTry, subscription }: MyPlus) {
  return {
    hasPlus,
    mayTry,
    subscription: subscription && {
      ...subscription,
      plan: viewPlan(subscription.plan),
      nextPlan: subscription.nextPlan && viewPlan(subscription.nextPlan),
      trialEndsAt: text(subscription.trialEndsAt),
      periodEndsAt: text(subscription.periodEndsAt),
      endsAt: text(subscription.endsAt),
      endedAt: text(subscription.endedAt),
      graceEndsAt: text(subscription.graceEndsAt),
    },
  };
}
