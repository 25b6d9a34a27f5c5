import { isIP } from 'node:net';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';

/** What is kept of a passkey; null where a second factor is none. */
interface Passkey {
  credentialId: string | null;
  publicKey: Buffer | null;
  signCount: number | null;
  transports: string[];
}

/** What a new passkey is for: `handle` is what it will answer with when it is asked who it belongs to. */
interface Enrolment {
  handle: string;
  name: string;
  displayName: string;
  /** It can be found by the browser without anybody having said who they are. */
  discoverable: boolean;
}

/** A passkey’s answer as it came over the wire: the library checks every member of it. */
export type PasskeyResponse = Record<string, unknown>;

/**
 * WebAuthn (Level 3) for this installation: the passkey belongs to the name in `PUBLIC_URL`, so a page of another name gets
 * nothing signed; a hospital’s own address below that name belongs to it. The person must be verified by the authenticator (finger, face, PIN): having the device alone is no second factor.
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

  /** A bare address can’t have passkeys. */
  get possible(): boolean {
    return isIP(this.#name.replace(/^\[|\]$/g, '')) === 0;
  }

  creation(
    { handle, name, displayName, discoverable }: Enrolment,
    hospital: string,
    existing: readonly Passkey[],
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
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

  /** The new passkey, or null when the answer is not one to this challenge. `hospital` is the slug, here and below. */
  async created(response: PasskeyResponse, challenge: string, hospital: string) {
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
      // The library throws for whatever does not fit; to the person all of it is one refusal.
      return null;
    }
  }

  /** Without a passkey named, the browser offers those that it finds by itself. */
  request(passkeys: readonly Passkey[]): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return generateAuthenticationOptions({
      rpID: this.#name,
      allowCredentials: passkeys.map(descriptor),
      userVerification: 'required',
    });
  }

  /** The passkey’s new counter, or null when it did not sign this challenge. A counter that went back is a copied passkey. */
  async signed(
    response: PasskeyResponse,
    challenge: string,
    passkey: Passkey,
    hospital: string,
  ): Promise<number | null> {
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
