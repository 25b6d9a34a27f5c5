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
import type { SecondFactorRow } from './second-factors.repository.ts';

type Passkey = Pick<SecondFactorRow, 'credentialId' | 'publicKey' | 'signCount' | 'transports'>;

/** A passkey’s answer as it came over the wire: the library checks every member of it. */
export type PasskeyResponse = Record<string, unknown>;

/**
 * WebAuthn (Level 3) for this installation: the passkey belongs to the name in `PUBLIC_URL`, so a page of another name gets
 * nothing signed. The person must be verified by the authenticator (finger, face, PIN): having the device alone is no second factor.
 */
export class Passkeys {
  readonly #origin: string;
  readonly #name: string;

  constructor(publicUrl: string) {
    const { origin, hostname } = new URL(publicUrl);
    this.#origin = origin;
    this.#name = hostname;
  }

  /** A bare address can’t have passkeys. */
  get possible(): boolean {
    return isIP(this.#name.replace(/^\[|\]$/g, '')) === 0;
  }

  creation(
    person: { accountId: string; email: string; displayName: string },
    hospital: string,
    existing: readonly Passkey[],
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    return generateRegistrationOptions({
      rpName: hospital,
      rpID: this.#name,
      userName: person.email,
      userDisplayName: person.displayName,
      userID: new TextEncoder().encode(person.accountId),
      attestationType: 'none',
      excludeCredentials: existing.map(descriptor),
      authenticatorSelection: { residentKey: 'discouraged', userVerification: 'required' },
    });
  }

  /** The new passkey, or null when the answer is not one to this challenge. */
  async created(response: PasskeyResponse, challenge: string) {
    try {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response: response as unknown as RegistrationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: this.#origin,
        expectedRPID: this.#name,
        requireUserVerification: true,
      });
      return verified ? registrationInfo.credential : null;
    } catch {
      // The library throws for whatever does not fit; to the person all of it is one refusal.
      return null;
    }
  }

  request(passkeys: readonly Passkey[]): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return generateAuthenticationOptions({
      rpID: this.#name,
      allowCredentials: passkeys.map(descriptor),
      userVerification: 'required',
    });
  }

  /** The passkey’s new counter, or null when it did not sign this challenge. A counter that went back is a copied passkey. */
  async signed(response: PasskeyResponse, challenge: string, passkey: Passkey): Promise<number | null> {
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: response as unknown as AuthenticationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: this.#origin,
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
