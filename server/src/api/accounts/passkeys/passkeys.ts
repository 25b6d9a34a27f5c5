import { isIP } from 'node:net';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';

/** Loads the library at the first use: few requests need it, and it takes a twentieth of the start of the program. */
const library = () => import('@simplewebauthn/server');

/** The stored part of a passkey; null where the second factor is an authenticator. */
interface Passkey {
  credentialId: string | null;
  publicKey: Buffer | null;
  signCount: number | null;
  transports: string[];
}

/** What a new passkey is for; `handle` is the user handle that it returns. */
interface Enrolment {
  handle: string;
  name: string;
  displayName: string;
  /** The browser can find it without an account name. */
  discoverable: boolean;
}

/** A passkey’s answer as received; the library validates every member. */
export type PasskeyResponse = Record<string, unknown>;

/**
 * WebAuthn (Level 3) for this installation. A passkey belongs to the host of `PUBLIC_URL` and hospital addresses below it; other hosts get no
 * signature.
 * The authenticator must verify the person (finger, face, PIN), because possession of the device alone is not a second factor.
 */
export class Passkeys {
  readonly #url: URL;
  readonly #name: string;

  constructor(publicUrl: string) {
    this.#url = new URL(publicUrl);
    this.#name = this.#url.hostname;
  }

  #origins(hospital: string): string[] {
    return [this.#url.origin, `${this.#url.protocol}//${hospital}.${this.#url.host}`];
  }

  /** False for a bare IP address, which cannot have passkeys. */
  get possible(): boolean {
    return isIP(this.#name.replace(/^\[|\]$/g, '')) === 0;
  }

  async creation(
    { handle, name, displayName, discoverable }: Enrolment,
    hospital: string,
    existing: readonly Passkey[],
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const { generateRegistrationOptions } = await library();
    return generateRegistrationOptions({
      rpName: hospital,
      rpID: this.#name,
      userName: name,
      userDisplayName: displayName,
      userID: new TextEncoder().encode(handle),
      attestationType: 'none',
      excludeCredentials: existing.map(descriptor),
      authenticatorSelection: { residentKey: discoverable ? 'required' : 'discouraged', userVerification: 'required' },
    });
  }

  /** Returns the new passkey, or null when the answer does not fit this challenge. `hospital`: the slug, here and below. */
  async created(response: PasskeyResponse, challenge: string, hospital: string) {
    const { verifyRegistrationResponse } = await library();
    try {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response: response as unknown as RegistrationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: this.#origins(hospital),
        expectedRPID: this.#name,
        requireUserVerification: true,
      });
      return verified ? registrationInfo.credential : null;
    } catch {
      // The library throws for every mismatch; the caller shows one refusal for all.
      return null;
    }
  }

  /** Returns the options of a sign-in. Without passkeys in the list, the browser offers those that it finds. */
  async request(passkeys: readonly Passkey[]): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const { generateAuthenticationOptions } = await library();
    return generateAuthenticationOptions({
      rpID: this.#name,
      allowCredentials: passkeys.map(descriptor),
      userVerification: 'required',
    });
  }

  /** Returns the passkey’s new counter, or null when it did not sign this challenge. A counter that went back reveals a copied passkey. */
  async signed(
    response: PasskeyResponse,
    challenge: string,
    passkey: Passkey,
    hospital: string,
  ): Promise<number | null> {
    const { verifyAuthenticationResponse } = await library();
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: response as unknown as AuthenticationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: this.#origins(hospital),
        expectedRPID: this.#name,
        requireUserVerification: true,
        credential: {
          id: passkey.credentialId ?? '',
          publicKey: new Uint8Array(passkey.publicKey ?? []),
          counter: passkey.signCount ?? 0,
        },
      });
      return verified ? authenticationInfo.newCounter : null;
    } catch {
      return null;
    }
  }
}

function descriptor({ credentialId, transports }: Passkey) {
  return { id: credentialId ?? '', transports };
}
