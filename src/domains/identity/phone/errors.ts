import { conflict, invalid, tooMany, unavailable } from '../../../platform/errors/index.ts';

export const smsUnavailable = (cause?: unknown) =>
  unavailable('sms_unavailable', 'We could not send an SMS. Please try again in a moment.', {
    cause,
  });

export const phoneUnreachable = (cause: unknown) =>
  invalid('phone_unreachable', 'This number does not take SMS from us. Try another one.', {
    field: 'phone',
    cause,
  });

export const phoneUnchanged = () =>
  conflict('phone_unchanged', 'This is already your confirmed number.', { field: 'phone' });

export const phoneCoolDown = (resendAt: Temporal.Instant, retryAfterSeconds: number) =>
  tooMany('phone_cool_down', `You can have a new code in ${retryAfterSeconds} seconds.`, {
    retryAfterSeconds,
    details: { retryAfterSeconds, resendAt: resendAt.toString() },
  });

export const tooManyCodes = (retryAfterSeconds: number) =>
  tooMany('rate_limited', 'Too many codes were asked for. Please wait.', {
    retryAfterSeconds,
    details: { retryAfterSeconds },
  });

export const noPhonePending = () =>
  conflict('phone_nothing_pending', 'No number waits for a code. Enter your number first.');

export const codeMalformed = () =>
  invalid('code_malformed', 'The code has six digits.', { field: 'code' });

export const codeWrong = (triesLeft: number) =>
  invalid(
    'code_wrong',
    triesLeft > 0
      ? `This is not the code. You can try ${triesLeft} more ${triesLeft === 1 ? 'time' : 'times'}.`
      : 'This is not the code. Ask for a new one.',
    { field: 'code', details: { triesLeft } },
  );

export const codeDead = () =>
  invalid('code_dead', 'Too many wrong codes were entered. Ask for a new one.', { field: 'code' });

export const codeExpired = () =>
  invalid('code_expired', 'This code no longer works. Ask for a new one.', { field: 'code' });
