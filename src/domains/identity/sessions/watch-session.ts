import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ctx } from '../../../platform/context.ts';
import type { App } from '../../../platform/http/index.ts';
import { openRooms, type Rooms } from '../../../platform/realtime/index.ts';
import { type EndedSessions, type EndReason, sessionsEndedTopic } from './end-sessions.ts';
import { isLive } from './sessions.queries.ts';

/** A browser opens one; a few more while tabs come and go. */
const streamsPerSessionMax = 6;

export type WatchSession = (
  request: FastifyRequest,
  reply: FastifyReply,
  sessionId: string,
) => Promise<void>;

/**
 * Lets open tabs hear at once that their session has ended, on whichever node that happened: the event
 * `ended` with a reason, after which the stream closes.
 */
export function sessionWatch(app: App): WatchSession {
  const rooms = openRooms(app, { perRoomMax: streamsPerSessionMax });
  let listening = false;
  return async (request, reply, sessionId) => {
    if (!listening) listen(request.ctx, rooms);
    listening = true;
    rooms.open(sessionId, request, reply);
    // It may have ended after it was looked up and before anybody listened.
    const live = await isLive(request.ctx, sessionId).catch(() => false);
    if (!live) end(rooms, sessionId, 'signed_out');
  };
}

function listen({ bus }: Ctx, rooms: Rooms): void {
  bus.subscribe(sessionsEndedTopic, (message) => {
    const { sessionIds, reason } = JSON.parse(message) as EndedSessions;
    for (const sessionId of sessionIds) end(rooms, sessionId, reason);
  });
}

function end(rooms: Rooms, sessionId: string, reason: EndReason): void {
  rooms.end(sessionId, { name: 'ended', data: { reason } });
}
