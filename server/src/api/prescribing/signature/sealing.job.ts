import { createHash } from 'node:crypto';
import { z } from 'zod';
import { locales, type Locale } from '@yunzhen/shared/core/locale';
import { AppError } from '@yunzhen/shared/core/errors';
import { systemContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import type { JobDefinition, Jobs } from '../../../platform/jobs/jobs.ts';
import type { PaperSize } from '../../../platform/paper/paper.ts';
import { renderApart } from '../../../platform/paper/render-apart.ts';
import type { SigningCertificate } from '../../../platform/signing/certificate.ts';
import type { KeyEncryption } from '../../../platform/signing/key-vault.ts';
import type { PdfSignatureStatement } from '../../../platform/signing/pdf-signature.ts';
import { emitEvent } from '../../core/domain-events.ts';
import { logoForPaper } from '../../administration/index.ts';
import type { PrescriptionDocument } from '../paper/prescription-document.ts';
import { renderPrescriptionPdf } from '../paper/prescription-pdf.ts';
import { printedAddress } from '../codes/printed-address.ts';
import type { PrescribingNeeds } from '../ports.ts';
import {
  sealedStatuses,
  type PrescriptionRepository,
  type PrescriptionWithSurroundings,
} from '../prescription.repository.ts';
import type { CredentialRepository, SealedCredential, PractitionerSigner } from '../../signing/index.ts';
import { toDocument } from '../paper/document-of.ts';
import type { SignatureRepository, SignatureRow } from './signature.repository.ts';
import { accountsOf, change, subjectOf } from './signing.service.ts';

export const sealJob = 'seal-prescription';
const renderer = new URL('../paper/prescription-pdf.ts', import.meta.url).href;

/** An approved prescription without its PDF for longer than this has lost its job: it is asked for again. */
export const lostAfterMs = 20_000;

const payload = z.strictObject({ hospitalId: z.uuid(), prescriptionId: z.uuid() });

interface Parts {
  transactions: Transactions;
  repository: PrescriptionRepository;
  signatures: SignatureRepository;
  credentials: CredentialRepository;
  signer: PractitionerSigner;
  vault: KeyEncryption;
  needs: PrescribingNeeds;
  publicUrl: string;
}

/**
 * Makes the signed PDFs of an approved prescription. What is to be printed is read in one transaction, both languages are kept in another;
 * in between, while pages are drawn, nothing is locked. It may run any number of times: what is there already stays, so a crash at any
 * point is healed by the next run.
 */
export function sealingJob(parts: Parts): JobDefinition<typeof payload> {
  return {
    name: sealJob,
    payload,
    batch: 8,
    run: async ({ hospitalId, prescriptionId }, jobId) => {
      const context = systemContext(hospitalId, `job:${jobId}`);
      const unsealed = await parts.transactions.run(context, (tx) => readUnsealed(parts, tx, prescriptionId));
      if (!unsealed) return;
      const sealed = new Map<Locale, Buffer>();
      for (const locale of locales) sealed.set(locale, await seal(parts, unsealed, locale));
      await parts.transactions.run(context, (tx) => keep(parts, tx, unsealed, sealed));
    },
  };
}

/** Asks, within the transaction, that the prescription be sealed. One that waits to be sealed already is not asked for twice. */
export function askForSealing(jobs: Jobs, tx: Tx, prescriptionId: string): Promise<void> {
  return jobs.enqueue(tx, sealJob, { hospitalId: tx.hospitalId, prescriptionId }, prescriptionId);
}

/** Every few minutes: approved prescriptions whose job was given up get a new one. */
export function resealingJob(parts: Pick<Parts, 'transactions' | 'repository'>, jobs: Jobs): JobDefinition<z.ZodType> {
  return {
    name: 'find-unsealed-prescriptions',
    payload: z.strictObject({}),
    schedule: { cron: '*/5 * * * *', timeZone: 'UTC', payload: {} },
    run: async (_payload, jobId) => {
      for (const hospital of await parts.transactions.hospitals()) {
        await parts.transactions.run(systemContext(hospital, `job:${jobId}`), async (tx) => {
          const unsealed = await parts.repository.withoutDocument(tx, new Date(tx.now.getTime() - lostAfterMs));
          for (const id of unsealed) await askForSealing(jobs, tx, id);
        });
      }
    },
  };
}

/** What a page is made of. */
interface Unsealed {
  id: string;
  document: PrescriptionDocument;
  paper: PaperSize;
  signed: { doctor: SignatureRow; pharmacist: SignatureRow };
  credential: SealedCredential;
  authority: SigningCertificate;
  statement: PdfSignatureStatement;
}

/** Null when there is nothing to seal, or not any more. */
async function readUnsealed(parts: Parts, tx: Tx, id: string): Promise<Unsealed | null> {
  const row = await parts.repository.find(tx, id);
  const [prescription] = row ? await parts.repository.surround(tx, [row]) : [];
  if (!prescription || !isUnsealed(prescription)) return null;
  const { doctor, pharmacist } = await parts.signatures.of(tx, id);
  if (!doctor || !pharmacist) throw new AppError('internal', 'approved prescription lacks a signature');
  const { around } = prescription;
  const verificationUrl = await printedAddress(prescription, parts);
  const facts = await parts.needs.facts(tx, prescription.patientId);
  return {
    id,
    document: withLogo(
      toDocument(prescription, facts, { doctor, pharmacist }, verificationUrl),
      await logoForPaper(tx),
    ),
    paper: around.paper,
    signed: { doctor, pharmacist },
    credential: await parts.credentials.current(tx, prescription.practitionerId),
    authority: await parts.credentials.authority(tx),
    statement: {
      name: around.doctorName,
      reason: 'Prescription',
      location: around.hospitalName.en,
      contact: parts.publicUrl,
      signedAt: tx.now,
    },
  };
}

/** The logo is the paper’s, not the record’s: it is what the hospital shows on the day of sealing. */
function withLogo(document: PrescriptionDocument, logo: Uint8Array | null): PrescriptionDocument {
  return logo ? { ...document, hospital: { ...document.hospital, logo } } : document;
}

function isUnsealed({ status, around }: PrescriptionWithSurroundings): boolean {
  return !around.sealed && sealedStatuses.includes(status);
}

async function seal(
  { signer }: Parts,
  { document, paper, signed, credential, authority, statement }: Unsealed,
  locale: Locale,
): Promise<Buffer> {
  const plain = await renderApart(renderer, renderPrescriptionPdf, document, {
    locale,
    paper,
    attachments: [
      {
        name: 'prescription.jws',
        mediaType: 'application/jose',
        description: 'Signed prescription',
        content: Buffer.from(signed.doctor.jws),
      },
      {
        name: 'review.jws',
        mediaType: 'application/jose',
        description: 'Signed review',
        content: Buffer.from(signed.pharmacist.jws),
      },
    ],
  });
  return signer.pdf(credential, authority, plain, statement);
}

/** Keeps all files or none. A certificate that was revoked meanwhile seals nothing: the next try takes the one in force. */
async function keep(parts: Parts, tx: Tx, { id, credential }: Unsealed, sealed: ReadonlyMap<Locale, Buffer>) {
  const row = await parts.repository.lock(tx, id);
  const [prescription] = row ? await parts.repository.surround(tx, [row]) : [];
  if (!prescription || !isUnsealed(prescription)) return;
  const current = await parts.credentials.current(tx, credential.practitionerId);
  if (current.certificate.thumbprint !== credential.certificate.thumbprint)
    throw new AppError('internal', 'the certificate was replaced while the PDF was made');
  for (const [locale, bytes] of sealed)
    await parts.signatures.keepDocument(tx, id, locale, { bytes, sha256: createHash('sha256').update(bytes).digest() });
  await tx.audit('prescription.sealed', { entity: 'prescription', entityId: id, patientId: prescription.patientId });
  await emitEvent(tx, 'prescription.sealed', {
    ...subjectOf(prescription),
    changes: [change(prescription, accountsOf(prescription.around))],
  });
}
