import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** A device with passkeys: responds like a browser (WebAuthn Level 3), and can be configured to respond wrongly. */
export class PasskeyDevice {
  readonly credentialId = randomBytes(32);
  readonly #key: { publicKey: KeyObject; privateKey: KeyObject };
  /** Increases with each signature; synced passkeys keep it at 0. */
  counter = 0;
  /** The user handle that the device returns. */
  userHandle = '';
  verifiesPerson = true;

  readonly #origin: string;
  readonly #name: string;

  /** `origin` is the page’s origin, `name` the relying party id. */
  constructor(origin: string, name = new URL(origin).hostname) {
    this.#origin = origin;
    this.#name = name;
    this.#key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  }

  /** Returns the result of `navigator.credentials.create`. */
  make(options: { challenge: string; user?: unknown }) {
    this.userHandle = (options.user as { id: string }).id;
    const { x = '', y = '' } = this.#key.publicKey.export({ format: 'jwk' });
    const coseKey = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      bytes(Buffer.from(x, 'base64url')),
      Buffer.from([0x22]),
      bytes(Buffer.from(y, 'base64url')),
    ]);
    const length = Buffer.from([0, this.credentialId.length]);
    const authData = Buffer.concat([this.#said(0x40), Buffer.alloc(16), length, this.credentialId, coseKey]);
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.from([0xa0]),
      text('authData'),
      bytes(authData),
    ]);
    return this.#answer({
      clientDataJSON: this.#client('webauthn.create', options.challenge).toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** Returns the result of `navigator.credentials.get`. */
  answer({ challenge }: { challenge: string }) {
    this.counter += 1;
    const said = this.#said(0);
    const client = this.#client('webauthn.get', challenge);
    const signed = Buffer.concat([said, createHash('sha256').update(client).digest()]);
    return this.#answer({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: said.toString('base64url'),
      signature: sign('sha256', signed, this.#key.privateKey).toString('base64url'),
      userHandle: this.userHandle,
    });
  }

  #answer(response: Record<string, unknown>) {
    const id = this.credentialId.toString('base64url');
    return { id, rawId: id, type: 'public-key' as const, response, clientExtensionResults: {} };
  }

  #client(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false }));
  }

  #said(more: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const flags = 0x01 | (this.verifiesPerson ? 0x04 : 0) | more;
    return Buffer.concat([createHash('sha256').update(this.#name).digest(), Buffer.from([flags]), counter]);
  }
}

/** CBOR (RFC 8949): a text, and bytes, both shorter than 65,536. */
const text = (value: string) => Buffer.concat([head(3, value.length), Buffer.from(value)]);
const bytes = (value: Buffer) => Buffer.concat([head(2, value.length), value]);

function head(kind: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(kind << 5) | length]);
  if (length < 256) return Buffer.from([(kind << 5) | 24, length]);
  return Buffer.from([(kind << 5) | 25, length >> 8, length & 0xff]);
}
