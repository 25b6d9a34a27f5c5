import { createHmac, randomBytes } from 'node:crypto';
import type { DocumentType } from '@yunzhen/shared/accounts/identity';
import type { HospitalContext } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import type { AccountsPart } from '../accounts-part.ts';

/** Under what the number of a patient’s document is sealed. */
export const identityContext = (patientId: string) => `patient/${patientId}/identity`;

/** Under what the key of a hospital’s digests is sealed. */
export const identityKeyContext = (hospitalId: string) => `hospital/${hospitalId}/identity-numbers`;

export function identityDigest(key: Uint8Array, documentType: DocumentType, number: string): Buffer {
  return createHmac('sha256', key).update(`${documentType} ${number}`).digest();
}

/**
 * Stands for numbers of documents where they are looked for: a keyed digest, since there are too few numbers for a plain one. Each
 * hospital has a key of its own, made at its first use and sealed, so that two hospitals can’t be joined by their digests and a new
 * key-encryption key changes none of them.
 */
export class IdentityNumbers extends Service<AccountsPart<'transactions' | 'identities' | 'keyEncryption'>> {
  readonly #keys = new Map<string, Uint8Array>();

  async digest(context: HospitalContext, documentType: DocumentType, number: string): Promise<Buffer> {
    let key = this.#keys.get(context.hospitalId);
    if (!key) this.#keys.set(context.hospitalId, (key = await this.#open(context)));
    return identityDigest(key, documentType, number);
  }

  async #open(context: HospitalContext): Promise<Uint8Array> {
    const { transactions, identities, keyEncryption } = this.deps;
    const place = identityKeyContext(context.hospitalId);
    let sealed = await transactions.run(context, (tx) => identities.key(tx));
    if (sealed === null) {
      const fresh = await keyEncryption.seal(randomBytes(32), place);
      sealed = await transactions.run(context, async (tx) => {
        await identities.addKey(tx, newId(), fresh);
        return identities.key(tx);
      });
    }
    if (sealed === null) throw new Error('the key that was just made is not there');
    return keyEncryption.open(sealed, place);
  }
}
