import { createHash, randomBytes } from 'node:crypto';

/** Whom the provider knows. */
export interface KnownPerson {
  subject: string;
  name: string;
  email?: string;
  emailVerified?: boolean;
}

export interface Grant {
  person: KnownPerson;
  clientId: string;
  redirectUri: string;
  nonce: string | undefined;
  /** PKCE, S256. */
  codeChallenge: string;
}

const codeMs = 60_000;
const grantsMax = 500;

export interface Grants {
  issueCode(grant: Grant): string;
  /** Once, within a minute, and only to who knows the verifier; else undefined. */
  redeemCode(code: string, proof: Proof): Grant | undefined;
  issueAccessToken(person: KnownPerson): string;
  findByAccessToken(token: string): KnownPerson | undefined;
}

export interface Proof {
  clientId: string;
  redirectUri: string;
  codeVerifier: string;
}

export function openGrants(now: () => number): Grants {
  const codes = new Map<string, Grant & { until: number }>();
  const accessTokens = new Map<string, KnownPerson>();
  return {
    issueCode(grant) {
      const code = randomBytes(24).toString('base64url');
      remember(codes, code, { ...grant, until: now() + codeMs });
      return code;
    },
    redeemCode(code, { clientId, redirectUri, codeVerifier }) {
      const grant = codes.get(code);
      codes.delete(code);
      const challenge = createHash('sha256').update(codeVerifier).digest('base64url');
      const fits =
        grant &&
        grant.until >= now() &&
        grant.clientId === clientId &&
        grant.redirectUri === redirectUri &&
        grant.codeChallenge === challenge;
      return fits ? grant : undefined;
    },
    issueAccessToken(person) {
      const token = randomBytes(24).toString('base64url');
      remember(accessTokens, token, person);
      return token;
    },
    findByAccessToken: (token) => accessTokens.get(token),
  };
}

/** Oldest out first, so that nobody can fill the memory. */
function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.set(key, value);
  if (map.size > grantsMax) map.delete(map.keys().next().value!);
}
