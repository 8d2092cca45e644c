/** Signs in to the demo through the API; returns the cookie header of that session. */
export async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: 'learner@etude.test', password: 'practise makes music' }),
  });
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]!);
  if (!response.ok || cookie.length === 0) throw new Error(`signing in answers ${response.status}`);
  return cookie.join('; ');
}
