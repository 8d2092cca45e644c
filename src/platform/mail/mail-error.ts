/** A mail was not accepted. `permanent`: trying again will not help. */
export class MailError extends Error {
  readonly permanent: boolean;

  constructor(message: string, { permanent, cause }: { permanent: boolean; cause?: unknown }) {
    super(message, { cause });
    this.name = 'MailError';
    this.permanent = permanent;
  }
}
