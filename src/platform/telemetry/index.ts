import { destination, pino } from 'pino';
import type { Logger } from 'pino';

/** Structured logs, one JSON object a line; what could be a secret is cut out by name. */
export function createLog(level: string): Logger {
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
    destination({ dest: 1, sync: false }),
  );
}
