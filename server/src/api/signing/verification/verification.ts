import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '@yunzhen/shared/core/errors';
import { systemContext, type RequestContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { isCodeSecret } from '../codes/printed-codes.ts';
import type { PractitionerSignatures } from '../keys/practitioner-signatures.ts';
import type { SignedKind, VerifiedRecords } from '../signed-kinds.ts';

export interface VerificationParts {
  transactions: Transactions;
  signatures: PractitionerSignatures;
  hospitalBySlug(slug: string, cause: string): Promise<{ id: string } | null>;
}

/** The response to an anonymous visitor: the outcome, and under the name of the kind what is shown of the record. */
type Verified<Kind extends SignedKind, Outcome, Shown> = {
  outcome: Outcome | 'unknown' | 'altered';
  reason: string | null;
  timeStamp?: { at: string; authority: string };
} & Record<Kind, Shown | null>;

/** The payload of a signed record contains its id. */
const namedRecord = z.looseObject({ id: z.uuid() });

/** Verifies records of one kind for anonymous visitors. All input is untrusted. */
export class Verification<Kind extends SignedKind, Outcome extends string, Shown extends { id: string }> {
  readonly #parts: VerificationParts;
  readonly #records: VerifiedRecords<Kind, Outcome, Shown>;
  constructor(parts: VerificationParts, records: VerifiedRecords<Kind, Outcome, Shown>) {
    this.#parts = parts;
    this.#records = records;
  }

  /** Verifies by the printed code. A wrong secret and an unknown record return the same result. */
  byCode(context: RequestContext, code: { hospital: string; id: string; secret: string }) {
    return this.#inHospital(context, code.hospital, async (tx) => {
      const found = await this.#records.coded(tx, code.id);
      const known = isCodeSecret(found?.secretHash, code.secret) ? found : null;
      await tx.audit('verification.code', {
        entity: this.#records.kind,
        entityId: code.id,
        outcome: known ? 'done' : 'denied',
        patientId: known?.patientId ?? null,
      });
      return known ? this.#stateOf(tx, code.id) : this.#nothing('unknown');
    });
  }

  /** Verifies a PDF or a signed record from a visitor, without storing it. */
  byFile(context: RequestContext, hospital: string, bytes: Buffer) {
    return this.#inHospital(context, hospital, async (tx) => {
      const isPdf = bytes.subarray(0, 5).toString('latin1') === '%PDF-';
      const result = isPdf ? await this.#pdf(tx, bytes) : await this.#signedRecord(tx, bytes.toString('utf8').trim());
      await tx.audit('verification.document', {
        entity: 'document',
        entityId: result[this.#records.kind]?.id ?? null,
        details: { outcome: result.outcome },
      });
      return result;
    });
  }

  async #pdf(tx: Tx, bytes: Buffer): Promise<Verified<Kind, Outcome, Shown>> {
    const verification = await this.#parts.signatures.checkPdf(tx, bytes);
    if (verification.outcome !== 'valid') return this.#nothing('altered', verification.reason);
    const id = await this.#records.ofFile(tx, createHash('sha256').update(bytes).digest());
    // Signed under the hospital’s authority, but not a file that the hospital sealed as a record of this kind.
    if (!id) return this.#nothing('altered', 'not-on-record');
    const state = await this.#stateOf(tx, id);
    const { timeStamp } = verification;
    return timeStamp ? { ...state, timeStamp: { ...timeStamp, at: timeStamp.at.toISOString() } } : state;
  }

  async #signedRecord(tx: Tx, jws: string): Promise<Verified<Kind, Outcome, Shown>> {
    const parsed = namedRecord.safeParse(payloadOf(jws));
    if (!parsed.success)
      throw new AppError('verification.document-invalid', 'file is neither a PDF nor a signed record');
    const stored = await this.#records.signedRecord(tx, parsed.data.id);
    if (stored === null) return this.#nothing('unknown');
    return stored === jws ? this.#stateOf(tx, parsed.data.id) : this.#nothing('altered', 'record-differs');
  }

  async #stateOf(tx: Tx, id: string): Promise<Verified<Kind, Outcome, Shown>> {
    const state = await this.#records.stateOf(tx, id);
    return state ? this.#result(state.outcome, state.reason, state.shown) : this.#nothing('unknown');
  }

  #nothing(outcome: 'unknown' | 'altered', reason: string | null = null) {
    return this.#result(outcome, reason, null);
  }

  #result(outcome: Outcome | 'unknown' | 'altered', reason: string | null, shown: Shown | null) {
    const about = { [this.#records.kind]: shown } as Record<Kind, Shown | null>;
    return { outcome, reason, ...about };
  }

  async #inHospital(
    context: RequestContext,
    slug: string,
    work: (tx: Tx) => Promise<Verified<Kind, Outcome, Shown>>,
  ): Promise<Verified<Kind, Outcome, Shown>> {
    const hospital = await this.#parts.hospitalBySlug(slug, context.requestId);
    if (!hospital) return this.#nothing('unknown');
    const scoped = { ...systemContext(hospital.id, context.requestId), address: context.address };
    return this.#parts.transactions.run(scoped, work);
  }
}

/** Returns the payload of a compact JWS (three base64url parts); null when it is none. */
function payloadOf(jws: string): unknown {
  const [, payload, signature, ...more] = jws.split('.');
  if (!payload || !signature || more.length > 0) return null;
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
