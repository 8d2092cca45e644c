import { Type } from 'typebox';
import type { Ctx } from '../../platform/context.ts';
import { type App, Problem } from '../../platform/http/index.ts';
import { profileNotStarted } from './errors.ts';
import { ownProfile } from './instructors/own-profile.ts';
import { viewOwnProfile, viewService } from './instructors/instructor-view.ts';
import { publishProfile } from './instructors/publish-profile.ts';
import { saveProfile } from './instructors/save-profile.ts';
import { setPortrait } from './portraits/set-portrait.ts';
import * as schemas from './schemas.ts';
import { addService, changeService, removeService } from './services/edit-services.ts';

const tags = ['my teaching'];

export function ownProfileRoutes(app: App): void {
  profileRoutes(app);
  portraitRoute(app);
  serviceRoutes(app);
}

async function currentProfile(ctx: Ctx) {
  const own = await ownProfile(ctx);
  if (!own) throw profileNotStarted();
  return viewOwnProfile(own.instructor, own.services, own.placeSlug);
}

function profileRoutes(app: App): void {
  app.get(
    '/api/v1/me/instructor',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'getMyProfile',
        summary: 'My teaching profile, also as a draft',
        response: { 200: schemas.OwnProfileView, default: Problem },
      },
    },
    async ({ ctx }) => currentProfile(ctx),
  );
  app.put(
    '/api/v1/me/instructor',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'saveMyProfile',
        summary: 'Start or change my teaching profile',
        body: schemas.ProfileBody,
        response: { 200: schemas.OwnProfileView, default: Problem },
      },
    },
    async ({ ctx, body }) => {
      await saveProfile(ctx, body);
      return currentProfile(ctx);
    },
  );
  app.post(
    '/api/v1/me/instructor/publish',
    {
      config: { access: 'instructor' },
      schema: {
        tags,
        operationId: 'publishMyProfile',
        summary: 'Let everybody see my profile',
        response: { 200: schemas.OwnProfileView, default: Problem },
      },
    },
    async ({ ctx }) => {
      await publishProfile(ctx);
      return currentProfile(ctx);
    },
  );
}

function portraitRoute(app: App): void {
  app.put(
    '/api/v1/me/instructor/portrait',
    {
      config: { access: 'instructor' },
      schema: {
        tags,
        operationId: 'setMyPortrait',
        summary: 'Show a picture that I uploaded as my portrait, or with null the drawing again',
        body: schemas.PortraitBody,
        response: { 200: schemas.OwnProfileView, default: Problem },
      },
    },
    async ({ ctx, body }) => {
      await setPortrait(ctx, body);
      return currentProfile(ctx);
    },
  );
}

function serviceRoutes(app: App): void {
  app.post(
    '/api/v1/me/instructor/services',
    {
      config: { access: 'instructor' },
      schema: {
        tags,
        operationId: 'addMyService',
        summary: 'Offer a lesson',
        body: schemas.NewServiceBody,
        response: { 201: schemas.ServiceView, default: Problem },
      },
    },
    async ({ ctx, body }, reply) => reply.code(201).send(viewService(await addService(ctx, body))),
  );
  app.patch(
    '/api/v1/me/instructor/services/:id',
    {
      config: { access: 'instructor' },
      schema: {
        tags,
        operationId: 'changeMyService',
        summary: 'Change a lesson on offer',
        params: schemas.ServiceParams,
        body: schemas.ServiceChangeBody,
        response: { 200: schemas.ServiceView, default: Problem },
      },
    },
    async ({ ctx, params, body }) => viewService(await changeService(ctx, params.id, body)),
  );
  app.delete(
    '/api/v1/me/instructor/services/:id',
    {
      config: { access: 'instructor' },
      schema: {
        tags,
        operationId: 'removeMyService',
        summary: 'Stop offering a lesson',
        params: schemas.ServiceParams,
        response: { 204: Type.Null(), default: Problem },
      },
    },
    async ({ ctx, params }, reply) => {
      await removeService(ctx, params.id);
      return reply.code(204).send(null);
    },
  );
}
