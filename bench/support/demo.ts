import { DEMO_SIGN_IN } from '../../src/dev/demo/index.ts';

/** Signs the demo's learner in through the API; returns the cookie header of that session. */
export async function signIn(url: string): Promise<string> {
  const { password, learner } = DEMO_SIGN_IN;
  const response = await fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: learner.email, password }),
  });
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0]!);
  if (!response.ok || cookies.length === 0) {
    throw new Error(`signing in answers ${response.status}: ${await response.text()}`);
  }
  return cookies.join('; ');
}
