import { redirect } from 'react-router';
import { withReturnTo } from '../return-to.ts';

/** Where one goes on once signed in: past the choice of a market, which most have made. */
export const welcome = (returnTo: string | undefined): string =>
  withReturnTo('/market?welcome=1', returnTo);

interface SignInAnswer {
  status: 'signed_in' | 'second_step';
}

/** Where a proof leads: to the page one came for, or to the second step that the account asks for. */
export function onward({ status }: SignInAnswer, returnTo: string | undefined): Response {
  return redirect(
    status === 'signed_in' ? welcome(returnTo) : withReturnTo('/sign-in/code', returnTo),
    303,
  );
}
