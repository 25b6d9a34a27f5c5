import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { KeyEncryption } from '../../../platform/signing/key-encryption.ts';
import type { SignedKind } from '../signed-kinds.ts';

/** A code’s secret is sealed for its own record only. */
export const codeContext = (kind: SignedKind, id: string) => `${kind}/${id}/code`;

/** Compared with where there is no record, so that an unknown one takes as long as a wrong secret. */
const unknownHash = createHash('sha256').update('no record has this secret').digest();

/** Where the page that checks a kind of record is, below the hospital’s own address. */
const pages: Readonly<Record<SignedKind, string>> = { prescription: '', document: 'documents/' };

/** The codes on signed papers: an address whose secret proves that its reader holds the paper. */
export class PrintedCodes {
  readonly #keyEncryption: KeyEncryption;
  readonly #publicUrl: string;
  constructor(keyEncryption: KeyEncryption, publicUrl: string) {
    this.#keyEncryption = keyEncryption;
    this.#publicUrl = publicUrl;
  }

  /** A new secret, as the record stores it. */
  async make(kind: SignedKind, id: string): Promise<{ secretHash: Buffer; secretSealed: string }> {
    const secret = randomBytes(32).toString('base64url');
    return {
      secretHash: createHash('sha256').update(secret).digest(),
      secretSealed: await this.#keyEncryption.seal(Buffer.from(secret), codeContext(kind, id)),
    };
  }

  /** The address in the code. Its secret stands after `#`, which reaches no server’s log. */
  async address(kind: SignedKind, record: { id: string; secretSealed: string | null }, hospitalSlug: string) {
    const secret = await this.#keyEncryption.open(record.secretSealed ?? '', codeContext(kind, record.id));
    return `${this.#publicUrl}/verify/${hospitalSlug}/${pages[kind]}${record.id}#${Buffer.from(secret).toString()}`;
  }
}

/** Whether it is the secret of the printed code. Takes the same time whatever is wrong. */
export function isCodeSecret(secretHash: Buffer | null | undefined, secret: string): boolean {
  const given = createHash('sha256').update(secret).digest();
  return timingSafeEqual(given, secretHash ?? unknownHash) && secretHash !== null && secretHash !== undefined;
}
