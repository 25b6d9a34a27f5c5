import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import { describe, expect, it } from 'vitest';
import { Passkeys } from './passkeys.ts';

const passkeys = new Passkeys('https://example.org');
const person = { handle: 'a', name: 'wang@example.org', displayName: '王芳', discoverable: false };
const digest = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest();
/** User present and verified; `made` adds attested credential data. */
const flags = { used: 0x05, made: 0x45 };

/** An authenticator (WebAuthn Level 3, section 6) that signs for any page. */
class Authenticator {
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #id = randomBytes(16);

  #clientData(type: 'create' | 'get', challenge: string, origin: string): Buffer {
    return Buffer.from(JSON.stringify({ type: `webauthn.${type}`, challenge, origin, crossOrigin: false }));
  }

  #data(flag: number, attached = Buffer.alloc(0)): Buffer {
    return Buffer.concat([digest('example.org'), Buffer.from([flag, 0, 0, 0, 0]), attached]);
  }

  #response(clientData: Buffer, response: Record<string, string>) {
    const id = this.#id.toString('base64url');
    const clientDataJSON = clientData.toString('base64url');
    return {
      id,
      rawId: id,
      type: 'public-key',
      clientExtensionResults: {},
      response: { ...response, clientDataJSON },
    };
  }

  create(challenge: string, origin: string) {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const point = (coordinate: string) => new Uint8Array(Buffer.from(coordinate, 'base64url'));
    // COSE (RFC 9053): EC2, ES256, P-256.
    const cose = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, point(x)],
      [-3, point(y)],
    ]);
    const key = Buffer.from(isoCBOR.encode(cose));
    const authData = new Uint8Array(
      this.#data(flags.made, Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.#id.length]), this.#id, key])),
    );
    const attestation = new Map<string, string | Uint8Array | Map<string, never>>([
      ['fmt', 'none'],
      ['attStmt', new Map<string, never>()],
      ['authData', authData],
    ]);
    const attestationObject = Buffer.from(isoCBOR.encode(attestation)).toString('base64url');
    return this.#response(this.#clientData('create', challenge, origin), { attestationObject });
  }

  get(challenge: string, origin: string) {
    const clientData = this.#clientData('get', challenge, origin);
    const data = this.#data(flags.used);
    const signature = sign('sha256', Buffer.concat([data, digest(clientData)]), this.#keys.privateKey);
    return this.#response(clientData, {
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
    });
  }
}

const ours = ['https://example.org', 'https://wuzhen.example.org'];
const foreign = [
  'https://evil.test',
  'https://lakeside.example.org',
  'http://wuzhen.example.org',
  'https://a.wuzhen.example.org',
  'null',
];

describe('a passkey', () => {
  it('is created and used at the installation’s host and its hospital’s subdomain, and at no other', async () => {
    for (const made of [...ours, ...foreign]) {
      const authenticator = new Authenticator();
      const { challenge, rp } = await passkeys.creation(person, 'Wuzhen', []);
      expect(rp.id).toBe('example.org');
      const credential = await passkeys.created(authenticator.create(challenge, made), challenge, 'wuzhen');
      expect([made, credential !== null]).toEqual([made, ours.includes(made)]);
      if (!credential) continue;
      const kept = {
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey),
        signCount: credential.counter,
        transports: [],
      };
      for (const used of [...ours, ...foreign]) {
        const request = await passkeys.request([kept]);
        const answer = authenticator.get(request.challenge, used);
        const counter = await passkeys.signed(answer, request.challenge, kept, 'wuzhen');
        expect([used, counter !== null]).toEqual([used, ours.includes(used)]);
      }
    }
  });

  it('is refused when the answer is malformed', async () => {
    for (const answer of [
      {},
      { response: {} },
      { response: { clientDataJSON: '!' } },
      { response: { clientDataJSON: 'e30' } },
    ])
      expect(await passkeys.created(answer, 'challenge', 'wuzhen')).toBeNull();
  });
});
