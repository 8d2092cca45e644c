import { destination, pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

/** Structured logs, one JSON object a line; what could be a secret is cut out by name. */
export function createLog(
  level: string,
  to: DestinationStream = destination({ dest: 1, sync: false }),
): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: [
          'password',
          'token',
          'authorization',
          'cookie',
          '*.password',
          '*.token',
          '*.authorization',
          '*.cookie',
          '*.set-cookie',
          'headers',
        ],
        censor: '[cut]',
      },
    },
    to,
  );
}

/** The log of one request. A child costs as much as a short answer, so it is made when first used. */
export function requestLog(base: Logger, requestId: string): Logger {
  let child: Logger | undefined;
  return new Proxy(base, {
    get: (_base, key) => Reflect.get((child ??= base.child({ requestId })), key) as unknown,
  });
}
