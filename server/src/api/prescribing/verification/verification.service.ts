import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DispensingSummary } from '@yunzhen/shared/prescribing/dispensing-state.contract';
import type { VerificationResult } from '@yunzhen/shared/signing/verification.contract';
import { doseText } from '@yunzhen/shared/prescribing/dose/instruction';
import { initialsOf } from '../../../platform/person-initials.ts';
import { AppError } from '@yunzhen/shared/core/errors';
import { systemContext, type HospitalContext, type RequestContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { verifyPdf } from '../../../platform/signing/pdf-verification.ts';
import type { DispensingView, PrescribingNeeds } from '../ports.ts';
import type { PrescriptionRepository, PrescriptionWithSurroundings } from '../prescription.repository.ts';
import { isCodeSecret } from '../codes/code-secret.ts';
import type { CredentialRepository } from '../../signing/index.ts';
import type { SignatureRepository } from '../signature/signature.repository.ts';
import { checkRecord, type RecordCheck } from './record-check.ts';

type Outcome = VerificationResult['outcome'];

const unknown: VerificationResult = { outcome: 'unknown', reason: null, prescription: null };
const altered = (reason: string): VerificationResult => ({ outcome: 'altered', reason, prescription: null });

/** A compact JWS is three base64url parts; its payload names the prescription. */
const namedPrescription = z.looseObject({ id: z.uuid() });

interface Parts {
  transactions: Transactions;
  repository: PrescriptionRepository;
  signatures: SignatureRepository;
  credentials: CredentialRepository;
  dispensing: DispensingView;
  needs: Pick<PrescribingNeeds, 'hospitalBySlug'>;
}

/** Tells a stranger whether a prescription is genuine. Everything that comes in is hostile until it has been checked. */
export class VerificationService {
  readonly #parts: Parts;
  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** By the printed code. A wrong secret and an unknown prescription look the same. */
  byCode(
    context: RequestContext,
    code: { hospital: string; prescriptionId: string; secret: string },
  ): Promise<VerificationResult> {
    return this.#inHospital(context, code.hospital, async (tx) => {
      const row = await this.#parts.repository.find(tx, code.prescriptionId);
      const known = isCodeSecret(row?.secretHash, code.secret) ? row : null;
      await tx.audit('verification.code', {
        entity: 'prescription',
        entityId: code.prescriptionId,
        outcome: known ? 'done' : 'denied',
        patientId: known?.patientId ?? null,
      });
      return known ? this.#stateOf(tx, known.id) : unknown;
    });
  }

  /** By a PDF or a signed record that somebody holds; nothing of it is kept. */
  byDocument(context: RequestContext, hospital: string, bytes: Buffer): Promise<VerificationResult> {
    return this.#inHospital(context, hospital, async (tx) => {
      const isPdf = bytes.subarray(0, 5).toString('latin1') === '%PDF-';
      const result = isPdf ? await this.#pdf(tx, bytes) : await this.#signedRecord(tx, bytes.toString('utf8').trim());
      await tx.audit('verification.document', {
        entity: 'document',
        entityId: result.prescription?.id ?? null,
        details: { outcome: result.outcome },
      });
      return result;
    });
  }

  async #pdf(tx: Tx, bytes: Buffer): Promise<VerificationResult> {
    const verification = verifyPdf(bytes, await this.#parts.credentials.trust(tx));
    if (verification.outcome !== 'valid') return altered(verification.reason);
    const id = await this.#parts.signatures.prescriptionOfDocument(tx, createHash('sha256').update(bytes).digest());
    // Signed under the hospital’s authority, yet not a file that the hospital sealed as a prescription.
    if (!id) return altered('not-on-record');
    const { timeStamp } = verification;
    return {
      ...(await this.#stateOf(tx, id)),
      ...(timeStamp ? { timeStamp: { ...timeStamp, at: timeStamp.at.toISOString() } } : {}),
    };
  }

  async #signedRecord(tx: Tx, jws: string): Promise<VerificationResult> {
    const parsed = namedPrescription.safeParse(payloadOf(jws));
    if (!parsed.success) throw new AppError('verification.document-invalid', 'neither a PDF nor a signed record');
    const { doctor } = await this.#parts.signatures.of(tx, parsed.data.id);
    if (!doctor) return unknown;
    return doctor.jws === jws ? this.#stateOf(tx, parsed.data.id) : altered('record-differs');
  }

  async #stateOf(tx: Tx, id: string): Promise<VerificationResult> {
    const { repository, signatures, credentials } = this.#parts;
    const row = await repository.find(tx, id);
    const [prescription] = row ? await repository.surround(tx, [row]) : [];
    if (!prescription?.signedAt) return unknown;
    const dispensing = (await this.#parts.dispensing(tx, [prescription])).get(id);
    const check = checkRecord(prescription, await signatures.of(tx, id), await credentials.trust(tx));
    return {
      outcome: check.reason ? 'altered' : outcomeOf(prescription, tx.now, (dispensing?.dispenses.length ?? 0) > 0),
      reason: check.reason,
      prescription: shown(prescription, check, dispensing),
    };
  }

  async #inHospital(
    context: RequestContext,
    slug: string,
    work: (tx: Tx) => Promise<VerificationResult>,
  ): Promise<VerificationResult> {
    const hospital = await this.#parts.needs.hospitalBySlug(slug, context.requestId);
    if (!hospital) return unknown;
    const scoped: HospitalContext = { ...systemContext(hospital.id, context.requestId), address: context.address };
    return this.#parts.transactions.run(scoped, work);
  }

  /** The hospital’s certificate in PEM, for checking documents without this service. */
  async certificate(context: RequestContext, slug: string): Promise<Buffer> {
    const hospital = await this.#parts.needs.hospitalBySlug(slug, context.requestId);
    if (!hospital) throw new AppError('resource.not-found', 'no such hospital');
    return this.#parts.transactions.run(systemContext(hospital.id, context.requestId), async (tx) =>
      Buffer.from((await this.#parts.credentials.authority(tx)).pem),
    );
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

function outcomeOf(row: PrescriptionWithSurroundings, now: Date, dispensed: boolean): Outcome {
  const over = row.validUntil !== null && row.validUntil <= now;
  switch (row.status) {
    case 'rejected':
      return 'rejected';
    case 'cancelled':
      return 'cancelled';
    case 'dispensed':
      return 'used';
    case 'dispensing':
      return over ? 'expired' : 'with-dispenser';
    case 'expired':
      return 'expired';
    case 'approved':
      if (over) return 'expired';
      return dispensed ? 'partly-used' : 'genuine';
    default:
      return over ? 'expired' : 'pending';
  }
}

const remainingOf = (line: DispensingSummary['lines'][number] | undefined) =>
  line ? { value: line.remaining, text: doseText({ value: line.remaining, unit: line.unit }) } : null;

/** No more of the patient than initials. */
function shown(
  row: PrescriptionWithSurroundings,
  check: RecordCheck,
  dispensing: DispensingSummary | undefined,
): NonNullable<VerificationResult['prescription']> {
  const begun = (dispensing?.dispenses.length ?? 0) > 0;
  const left = new Map(begun ? dispensing?.lines.map((line) => [line.itemId, line]) : []);
  const { around } = row;
  return {
    id: row.id,
    number: row.number,
    hospital: around.hospitalName,
    timeZone: around.timeZone,
    status: row.status,
    issuedAt: (row.signedAt ?? row.createdAt).toISOString(),
    validUntil: (row.validUntil ?? row.createdAt).toISOString(),
    patientInitials: initialsOf(around.patientName, around.patientNameLatin),
    doctor: around.doctorName,
    pharmacist: check.pharmacist === 'none' ? null : around.pharmacistName,
    items: row.items.map((item) => ({
      name: item.productName,
      strength: item.strength,
      instruction: item.instruction,
      quantity: doseText(item.quantity),
      remaining: remainingOf(left.get(item.id)),
    })),
    doctorSignature: check.doctor,
    pharmacistSignature: check.pharmacist,
  };
}
