/** An SMS was not accepted. `permanent`: this number can't receive any, so trying again will not help. */
export class SmsError extends Error {
  readonly permanent: boolean;

  constructor(message: string, { permanent, cause }: { permanent: boolean; cause?: unknown }) {
    super(message, { cause });
    this.name = 'SmsError';
    this.permanent = permanent;
  }
}
