/**
 * What openapi-fetch needs of a Request when the call never leaves the process: building the real
 * one costs more than the call itself.
 */
export class PlainRequest {
  readonly url: string;
  readonly method: string;
  /** JSON, or the bytes of a file. */
  readonly body: string | Uint8Array | undefined;

  constructor(url: string, init: { method?: string; body?: string | Uint8Array }) {
    this.url = url;
    this.method = init.method ?? 'GET';
    this.body = init.body;
  }
}

/** What openapi-fetch and our pages read of a Response. */
export interface PlainResponse {
  ok: boolean;
  status: number;
  headers: { get(name: string): string | null };
  text(): Promise<string>;
  json(): Promise<unknown>;
}

export function plainResponse(
  status: number,
  headers: Record<string, unknown>,
  payload: string,
): PlainResponse {
  return {
    ok: status >= 200 && status < 300,
    status,
    headers: {
      get: (name) => {
        const value = headers[name.toLowerCase()];
        return value === undefined ? null : String(value);
      },
    },
    text: async () => payload,
    json: async () => JSON.parse(payload) as unknown,
  };
}
