import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { DocumentVerification, FileVerification } from '@yunzhen/shared/documents/documents.contract';
import { initialsOf } from '../../../platform/person-initials.ts';
import { AppError } from '@yunzhen/shared/core/errors';
import { systemContext, type RequestContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { canonicalJson, type JsonValue } from '../../../platform/signing/canonical-json.ts';
import { DOCUMENT_JWS_TYPE, recordOf, type DocumentRecord } from '../document-json.ts';
import type { DocumentRow, DocumentsRepository } from '../documents.repository.ts';
import type { DocumentNeeds } from '../ports.ts';
import { holdsDocument } from './document-file-kind.ts';

const unknown: DocumentVerification = { outcome: 'unknown', reason: null, document: null };
const altered = (reason: string): DocumentVerification => ({ outcome: 'altered', reason, document: null });

const namedDocument = z.looseObject({ id: z.uuid() });

interface Parts {
  transactions: Transactions;
  documents: DocumentsRepository;
  needs: Pick<DocumentNeeds, 'hospitalBySlug' | 'signatures' | 'checkPrescription'>;
}

/** Tells a stranger whether a document is genuine. Everything that comes in is hostile until it has been checked. */
export class DocumentVerificationService {
  readonly #parts: Parts;
  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** By the printed code. A wrong secret and an unknown document look the same. */
  byCode(
    context: RequestContext,
    code: { hospital: string; documentId: string; secret: string },
  ): Promise<DocumentVerification> {
    return this.#inHospital(context, code.hospital, async (tx) => {
      const row = await this.#parts.documents.find(tx, code.documentId);
      const given = createHash('sha256').update(code.secret).digest();
      const known = row?.secretHash && timingSafeEqual(given, row.secretHash) ? row : null;
      await tx.audit('verification.code', {
        entity: 'document',
        entityId: code.documentId,
        outcome: known ? 'done' : 'denied',
        patientId: known?.patientId ?? null,
      });
      return known ? this.#stateOf(tx, known) : unknown;
    });
  }

  /** By a PDF or a signed record that somebody holds; nothing of it is kept. */
  byFile(context: RequestContext, hospital: string, bytes: Buffer): Promise<DocumentVerification> {
    return this.#inHospital(context, hospital, async (tx) => {
      const isPdf = bytes.subarray(0, 5).toString('latin1') === '%PDF-';
      const result = isPdf ? await this.#pdf(tx, bytes) : await this.#signedRecord(tx, bytes.toString('utf8').trim());
      await tx.audit('verification.document', {
        entity: 'document',
        entityId: result.document?.id ?? null,
        details: { outcome: result.outcome },
      });
      return result;
    });
  }

  /** By a file of which nobody said what it is: the record in it names its kind, and what it names it is checked as. */
  async ofEitherKind(context: RequestContext, hospital: string, bytes: Buffer): Promise<FileVerification> {
    if (holdsDocument(bytes)) return { about: 'document', result: await this.byFile(context, hospital, bytes) };
    return { about: 'prescription', result: await this.#parts.needs.checkPrescription(context, hospital, bytes) };
  }

  async #pdf(tx: Tx, bytes: Buffer): Promise<DocumentVerification> {
    const { documents, needs } = this.#parts;
    const verification = await needs.signatures.checkPdf(tx, bytes);
    if (verification.outcome !== 'valid') return altered(verification.reason);
    const id = await documents.ofFile(tx, createHash('sha256').update(bytes).digest());
    const row = id && (await documents.find(tx, id));
    // Signed under the hospital’s authority, yet not a file that the hospital sealed as a document.
    if (!row) return altered('not-on-record');
    const { timeStamp } = verification;
    const state = await this.#stateOf(tx, row);
    return timeStamp ? { ...state, timeStamp: { ...timeStamp, at: timeStamp.at.toISOString() } } : state;
  }

  async #signedRecord(tx: Tx, jws: string): Promise<DocumentVerification> {
    const parsed = namedDocument.safeParse(payloadOf(jws));
    if (!parsed.success) throw new AppError('verification.document-invalid', 'neither a PDF nor a signed record');
    const row = await this.#parts.documents.find(tx, parsed.data.id);
    if (!row?.signedAt) return unknown;
    return row.jws === jws ? this.#stateOf(tx, row) : altered('record-differs');
  }

  /** The signature over the stored payload holds, was to be trusted at its time, and the row still says what was signed. */
  async #stateOf(tx: Tx, row: DocumentRow): Promise<DocumentVerification> {
    const { signatures } = this.#parts.needs;
    const { jws, certificatePem, signedAt, signedPayload } = row;
    if (!jws || !certificatePem || !signedAt || !signedPayload) return unknown;
    const signed = signatures.read({ jws, certificatePem, signedAt }, DOCUMENT_JWS_TYPE, await signatures.trust(tx));
    const record = recordOf(signed ?? (JSON.parse(signedPayload) as JsonValue));
    const reason = !signed
      ? 'doctor-signature'
      : canonicalJson(signed) !== signedPayload || !record || !rowStillSays(row, record)
        ? 'record-differs'
        : null;
    const outcome = reason ? 'altered' : row.status === 'revoked' ? 'cancelled' : 'genuine';
    return { outcome, reason, document: record && shown(row, record, signed ? 'valid' : 'invalid') };
  }

  async #inHospital(
    context: RequestContext,
    slug: string,
    work: (tx: Tx) => Promise<DocumentVerification>,
  ): Promise<DocumentVerification> {
    const hospital = await this.#parts.needs.hospitalBySlug(slug, context.requestId);
    if (!hospital) return unknown;
    const scoped = { ...systemContext(hospital.id, context.requestId), address: context.address };
    return this.#parts.transactions.run(scoped, work);
  }
}

function payloadOf(jws: string): unknown {
  const [, payload, signature, ...more] = jws.split('.');
  if (!payload || !signature || more.length > 0) return null;
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

function rowStillSays(row: DocumentRow, record: DocumentRecord): boolean {
  return (
    record.id === row.id &&
    record.number === row.number &&
    record.visitId === row.visitId &&
    record.patient.id === row.patientId &&
    record.author.id === row.practitionerId &&
    record.body.kind === row.kind &&
    record.version === row.version &&
    record.signedAt === row.signedAt?.toISOString()
  );
}

/** No more of the patient than initials; of a sick note what whoever receives it has to know. */
function shown(
  row: DocumentRow,
  { id, number, hospital, patient, author, body, signedAt }: DocumentRecord,
  signature: 'valid' | 'invalid',
): NonNullable<DocumentVerification['document']> {
  return {
    id,
    number,
    kind: body.kind,
    hospital: hospital.name,
    timeZone: hospital.timeZone,
    issuedAt: signedAt,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    patientInitials: initialsOf(patient.name, row.patientNameLatin),
    doctor: author.name,
    sickNote:
      body.kind === 'sick-note' ? { purpose: body.purpose, from: body.from, to: body.to, days: body.days } : null,
    signature,
  };
}
