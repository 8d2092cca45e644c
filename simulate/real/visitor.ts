import { password } from './cast.ts';
import type { Stage } from './stage.ts';

/** Read as the story expects it to be. */
type Json = ReturnType<typeof JSON.parse>;

export interface Answer {
  /** 0: the product died before it answered. */
  status: number;
  body: Json;
}

const requestMs = 30_000;

/** Somebody with a browser of their own: signs in when asked to, and comes back when the product is up again. */
export class Visitor {
  readonly #stage: Stage;
  readonly #email: string;
  #cookie = '';

  constructor(stage: Stage, { email }: { email: string }) {
    this.#stage = stage;
    this.#email = email;
  }

  async call(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> {
    const answer = await this.#send(method, path, body);
    if (answer.status !== 401 && answer.body?.code !== 'fresh_sign_in_required') return answer;
    await this.#signIn();
    return this.#send(method, path, body);
  }

  async #signIn(): Promise<void> {
    await this.#send('POST', '/auth/login', { email: this.#email, password });
  }

  async #send(method: string, path: string, body?: object): Promise<Answer> {
    const { product, url, surprises } = this.#stage;
    await product.up();
    this.#stage.requests += 1;
    try {
      const answer = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: { cookie: this.#cookie, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(requestMs),
      });
      const text = await answer.text();
      const { status } = answer;
      if (status >= 500 && status !== 503) surprises.push(`${method} ${path}: ${status} ${text}`);
      const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0]!);
      if (cookies.length > 0) this.#cookie = cookies.join('; ');
      return { status, body: text === '' ? undefined : JSON.parse(text) };
    } catch (error) {
      if ((error as Error).name === 'TimeoutError') surprises.push(`${method} ${path}: no answer`);
      return { status: 0, body: undefined };
    }
  }
}
