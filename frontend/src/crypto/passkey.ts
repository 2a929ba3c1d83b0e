// A passkey of this phone as a way into the app lock (docs/app-lock.md): WebAuthn's PRF gives the same secret for the
// same salt, after the finger or the face that the phone asks for. Nothing of it goes to the server.
import { hkdf, randomBytes } from "./primitives";

type Bytes = Uint8Array<ArrayBuffer>;
/** `of` is the id of the credential, `key` what it gives for `salt`. */
export type Passkey = { of: Bytes; salt: Bytes; key: Bytes };

const SALT_BYTES = 32;

/** Whether this browser keeps passkeys that can give a secret, at an address that may have some: never a bare number. */
export async function hasPasskeys(): Promise<boolean> {
  if (!("PublicKeyCredential" in globalThis) || /^[\d.]+$|:/.test(location.hostname)) return false;
  const can = await PublicKeyCredential.getClientCapabilities?.();
  return Boolean(can?.["extension:prf"] && (await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable()));
}

/** Null when the person changed their mind, or the passkey gives no secret. */
export async function makePasskey(): Promise<Passkey | null> {
  const salt = randomBytes(SALT_BYTES);
  const made = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        rp: { id: location.hostname, name: "Second Look" },
        user: { id: randomBytes(16), name: "Second Look", displayName: "Second Look" },
        challenge: randomBytes(32),
        pubKeyCredParams: [-7, -257].map((alg) => ({ type: "public-key", alg })),
        authenticatorSelection: {
          authenticatorAttachment: "platform",
          residentKey: "required",
          userVerification: "required",
        },
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  if (!made) return null;
  const of = new Uint8Array(made.rawId);
  // Some phones give the secret only when the passkey is used.
  const key = (await keyIn(made)) ?? (await usePasskey(of, salt));
  return key && { of, salt, key };
}

/** What the passkey gives; null when it gives nothing. */
export async function usePasskey(of: Bytes, salt: Bytes): Promise<Bytes | null> {
  const used = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        rpId: location.hostname,
        challenge: randomBytes(32),
        allowCredentials: [{ type: "public-key", id: of }],
        userVerification: "required",
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  return used && keyIn(used);
}

async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential | null> {
  const given = await ask().catch(() => null);
  return given instanceof PublicKeyCredential ? given : null;
}

async function keyIn(credential: PublicKeyCredential): Promise<Bytes | null> {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (!(first instanceof ArrayBuffer)) return null;
  return hkdf(new Uint8Array(first), "second-look/app-lock-passkey/v1", 32);
}
