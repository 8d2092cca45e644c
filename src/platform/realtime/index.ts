import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { malformed, tooMany, unavailable } from '../errors/index.ts';
import type { App } from '../http/index.ts';

const heartbeatMs = 25_000;
/** A stream ends after this and the browser opens another, which asks again who it is. */
const streamMsMax = 30 * 60_000;
const streamsMax = 20_000;
const reopenAfterMs = 2_000;

/** Open streams of server-sent events, grouped by what they wait for. */
export interface Rooms {
  /**
   * Answers the request with a stream that waits in the room. Throws malformed event_stream_only,
   * too_many too_many_streams, unavailable streams_busy; once it returns, the reply is taken.
   */
  open(room: string, request: FastifyRequest, reply: FastifyReply): void;
  /** Sends one event to every stream in the room and ends them. */
  end(room: string, event: { name: string; data: object }): void;
}

/** The streams of this process; all end when the app closes. */
export function openRooms(app: App, { perRoomMax }: { perRoomMax: number }): Rooms {
  const rooms = new Map<string, Set<ServerResponse>>();
  let streams = 0;

  function leave(room: string, stream: ServerResponse): void {
    const others = rooms.get(room);
    if (!others?.delete(stream)) return;
    streams -= 1;
    if (others.size === 0) rooms.delete(room);
  }

  function join(room: string, stream: ServerResponse): void {
    const others = rooms.get(room) ?? new Set();
    rooms.set(room, others.add(stream));
    streams += 1;
    const timer = setTimeout(() => stream.end(), streamMsMax);
    const heartbeat = setInterval(() => stream.write(':\n\n'), heartbeatMs);
    stream.once('close', () => {
      clearTimeout(timer);
      clearInterval(heartbeat);
      leave(room, stream);
    });
  }

  app.addHook('preClose', async () => {
    for (const stream of [...rooms.values()].flatMap((one) => [...one])) stream.end();
  });

  return {
    open(room, request, reply) {
      if (!/\btext\/event-stream\b/.test(request.headers.accept ?? ''))
        throw malformed(
          'event_stream_only',
          'This answers with a stream of events: send the header accept: text/event-stream.',
        );
      if ((rooms.get(room)?.size ?? 0) >= perRoomMax)
        throw tooMany('too_many_streams', 'This is open too often already.', {
          retryAfterSeconds: heartbeatMs / 1000,
        });
      if (streams >= streamsMax)
        throw unavailable('streams_busy', 'Too many are listening just now.', {
          retryAfterSeconds: 60,
        });
      join(room, startStream(reply));
    },
    end(room, { name, data }) {
      for (const stream of rooms.get(room) ?? [])
        stream.end(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
    },
  };
}

function startStream(reply: FastifyReply): ServerResponse {
  const headers = reply.getHeaders() as Record<string, string>;
  reply.hijack();
  reply.raw.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Proxies that gather an answer before passing it on would keep the news to themselves.
    'x-accel-buffering': 'no',
  });
  reply.raw.write(`retry: ${reopenAfterMs}\n\n`);
  return reply.raw;
}
