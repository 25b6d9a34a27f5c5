import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { KeyEncryption } from '../../../platform/signing/key-encryption.ts';
import type { SignedKind } from '../signed-kinds.ts';

/** The encryption context binds a code’s secret to its record. */
export const codeContext = (kind: SignedKind, id: string) => `${kind}/${id}/code`;

/** Compared when the record does not exist, so that an unknown record takes as long as a wrong secret. */
const unknownHash = createHash('sha256').update('no record has this secret').digest();

/** Paths of the verification pages per kind of record, below the hospital’s own address. */
const pages: Readonly<Record<SignedKind, string>> = { prescription: '', document: 'documents/' };

/** Creates the codes on signed papers: an address whose secret proves possession of the paper. */
export class PrintedCodes {
  readonly #keyEncryption: KeyEncryption;
  readonly #publicUrl: string;
  constructor(keyEncryption: KeyEncryption, publicUrl: string) {
    this.#keyEncryption = keyEncryption;
    this.#publicUrl = publicUrl;
  }

  /** Returns a new secret in the form that the record stores. */
  async make(kind: SignedKind, id: string): Promise<{ secretHash: Buffer; secretSealed: string }> {
    const secret = randomBytes(32).toString('base64url');
    return {
      secretHash: createHash('sha256').update(secret).digest(),
      secretSealed: await this.#keyEncryption.seal(Buffer.from(secret), codeContext(kind, id)),
    };
  }

  /** Returns the address in the code. The secret follows `#`, so it reaches no server log. */
  async address(kind: SignedKind, record: { id: string; secretSealed: string | null }, hospitalSlug: string) {
    const secret = await this.#keyEncryption.open(record.secretSealed ?? '', codeContext(kind, record.id));
    return `${this.#publicUrl}/verify/${hospitalSlug}/${pages[kind]}${record.id}#${Buffer.from(secret).toString()}`;
  }
}

/** Returns whether it is the secret of the printed code, in constant time. */
export function isCodeSecret(secretHash: Buffer | null | undefined, secret: string): boolean {
  const given = createHash('sha256').update(secret).digest();
  return timingSafeEqual(given, secretHash ?? unknownHash) && secretHash !== null && secretHash !== undefined;
}
