/**
 * WebAuthn speaks bytes, the API JSON (WebAuthn Level 3, 5.1.8 to 5.1.10). Browsers translate since 2024;
 * for older ones it is done here.
 */
export type RequestJson = PublicKeyCredentialRequestOptionsJSON;
export type CreationJson = PublicKeyCredentialCreationOptionsJSON;

/** Asks the browser for a proof; with a signal, it only suggests passkeys in a field until one is chosen. */
export async function usePasskey(options: RequestJson, suggestion?: AbortSignal): Promise<object> {
  const publicKey =
    PublicKeyCredential.parseRequestOptionsFromJSON?.(options) ?? requestFrom(options);
  const credential = await navigator.credentials.get({
    publicKey,
    ...(suggestion && { signal: suggestion, mediation: 'conditional' as const }),
  });
  return jsonOf(credential as PublicKeyCredential);
}

export async function createPasskey(options: CreationJson): Promise<object> {
  const publicKey =
    PublicKeyCredential.parseCreationOptionsFromJSON?.(options) ?? creationFrom(options);
  return jsonOf((await navigator.credentials.create({ publicKey })) as PublicKeyCredential);
}

function requestFrom(options: RequestJson): PublicKeyCredentialRequestOptions {
  return {
    ...options,
    challenge: bytesOf(options.challenge),
    allowCredentials: options.allowCredentials?.map(withBytes),
  } as PublicKeyCredentialRequestOptions;
}

function creationFrom(options: CreationJson): PublicKeyCredentialCreationOptions {
  return {
    ...options,
    challenge: bytesOf(options.challenge),
    user: { ...options.user, id: bytesOf(options.user.id) },
    excludeCredentials: options.excludeCredentials?.map(withBytes),
  } as PublicKeyCredentialCreationOptions;
}

const withBytes = ({ id, ...rest }: PublicKeyCredentialDescriptorJSON) => ({
  ...rest,
  id: bytesOf(id),
});

function jsonOf(credential: PublicKeyCredential): object {
  if (typeof credential.toJSON === 'function') return credential.toJSON() as object;
  const { id, type, response } = credential;
  const parts = [
    'clientDataJSON',
    'attestationObject',
    'authenticatorData',
    'signature',
    'userHandle',
  ];
  const read = response as unknown as Record<string, ArrayBuffer | null | undefined>;
  const texts = parts.flatMap((part) => (read[part] ? [[part, textOf(read[part])]] : []));
  const { getTransports } = response as AuthenticatorAttestationResponse;
  return {
    id,
    rawId: id,
    type,
    response: {
      ...Object.fromEntries(texts),
      ...(getTransports && { transports: getTransports.call(response) }),
    },
  };
}

function bytesOf(text: string): Uint8Array {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function textOf(bytes: ArrayBuffer): string {
  const base64 = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
