import { unavailable } from '../errors/index.ts';

export const storageUnavailable = (cause: unknown) =>
  unavailable(
    'storage_unavailable',
    'Files can’t be kept or read right now. Please try again in a moment.',
    {
      retryAfterSeconds: 10,
      cause,
    },
  );
