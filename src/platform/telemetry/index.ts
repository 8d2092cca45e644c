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
      serializers: { err: (error: Error) => withoutPeople(pino.stdSerializers.err(error)) },
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

/** An e-mail address, or a phone number in E.164. */
const people = /[^\s<>"'(),:;/@]+@[^\s<>"'(),:;/@]+\.\w+|\+\d{7,15}/g;

/**
 * An error without whom it was about: a mail server names the receiver, and the database repeats in
 * `detail` the row that it refuses.
 */
function withoutPeople(error: object): object {
  const told = Object.entries(error)
    .filter(([name]) => name !== 'detail')
    .map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll(people, '[cut]') : value,
    ]);
  return Object.fromEntries(told) as object;
}

/** The log of one request. A child costs as much as a short answer, so it is made when first used. */
export function requestLog(base: Logger, requestId: string): Logger {
  let child: Logger | undefined;
  return new Proxy(base, {
    get: (_base, key) => Reflect.get((child ??= base.child({ requestId })), key) as unknown,
  });
}
