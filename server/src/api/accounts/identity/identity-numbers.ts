import { createHmac, randomBytes } from 'node:crypto';
import type { DocumentType } from '@yunzhen/shared/accounts/identity';
import type { HospitalContext } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import type { AccountsPart } from '../accounts-part.ts';

/** The encryption context of a patient’s document number. */
export const identityContext = (patientId: string) => `patient/${patientId}/identity`;

/** The encryption context of a hospital’s digest key. */
export const identityKeyContext = (hospitalId: string) => `hospital/${hospitalId}/identity-numbers`;

export function identityDigest(key: Uint8Array, documentType: DocumentType, number: string): Buffer {
  return createHmac('sha256', key).update(`${documentType} ${number}`).digest();
}

/**
 * Replaces document numbers by keyed digests for lookups; a plain digest could be reversed by trying every number.
 * Each hospital has its own key, created at first use and encrypted. So digests of two hospitals cannot be joined, and a new key-encryption key
 * changes none.
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
    if (sealed === null) throw new Error('identity key is missing after it was created');
    return keyEncryption.open(sealed, place);
  }
}
