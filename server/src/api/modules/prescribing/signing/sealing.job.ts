import { createHash } from 'node:crypto';
import { z } from 'zod';
import { locales, type Locale } from '@yunzhen/shared/domain/locale';
import { AppError } from '@yunzhen/shared/errors';
import { systemContext } from '../../../../platform/context.ts';
import type { Transactions, Tx } from '../../../../platform/db/transaction.ts';
import type { JobDefinition, Jobs } from '../../../../platform/jobs/jobs.ts';
import { renderApart } from '../../../../platform/paper/render-apart.ts';
import type { KeyEncryption } from '../../../../platform/signing/key-vault.ts';
import { renderPrescriptionPdf } from '../document/prescription-pdf.ts';
import type { PrescribingNeeds } from '../needs.ts';
import {
  sealedStatuses,
  type PrescriptionRepository,
  type PrescriptionWithSurroundings,
} from '../prescription.repository.ts';
import type { CredentialRepository } from './credential.repository.ts';
import { toDocument } from './document-of.ts';
import type { PractitionerSigner } from './practitioner-signer.ts';
import type { SignatureRepository, SignatureRow } from './signature.repository.ts';
import { accountsOf, change, codeContext, subjectOf } from './signing.service.ts';

export const sealJob = 'seal-prescription';
const renderer = new URL('../document/prescription-pdf.ts', import.meta.url).href;

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
 * Makes the signed PDFs of an approved prescription, both languages in one transaction. It may run any number of times: what
 * is there already stays, so a crash between approval and PDF is healed by the next run.
 */
export function sealingJob(parts: Parts): JobDefinition<typeof payload> {
  return {
    name: sealJob,
    payload,
    run: ({ hospitalId, prescriptionId }, jobId) =>
      parts.transactions.run(systemContext(hospitalId, `job:${jobId}`), async (tx) => {
        const row = await parts.repository.lock(tx, prescriptionId);
        const [prescription] = row ? await parts.repository.surround(tx, [row]) : [];
        if (!prescription || prescription.around.sealed || !sealedStatuses.includes(prescription.status)) return;
        const { doctor, pharmacist } = await parts.signatures.of(tx, prescriptionId);
        if (!doctor || !pharmacist) throw new AppError('internal', 'approved prescription lacks a signature');
        for (const locale of locales) await seal(parts, tx, prescription, { doctor, pharmacist }, locale);
        await tx.audit('prescription.sealed', {
          entity: 'prescription',
          entityId: prescriptionId,
          patientId: prescription.patientId,
        });
        await tx.emit({
          type: 'prescription.sealed',
          ...subjectOf(prescription),
          changes: [change(prescription, accountsOf(prescription.around))],
        });
      }),
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

async function seal(
  parts: Parts,
  tx: Tx,
  prescription: PrescriptionWithSurroundings,
  signed: { doctor: SignatureRow; pharmacist: SignatureRow },
  locale: Locale,
): Promise<void> {
  const { around } = prescription;
  const secret = await parts.vault.open(prescription.secretSealed ?? '', codeContext(prescription.id));
  const verificationUrl = `${parts.publicUrl}/verify/${around.hospitalSlug}/${prescription.id}#${Buffer.from(secret).toString()}`;
  const facts = await parts.needs.facts(tx, prescription.patientId);
  const document = toDocument(prescription, facts, signed, verificationUrl);
  const plain = await renderApart(renderer, renderPrescriptionPdf, document, {
    locale,
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
  const credential = await parts.credentials.current(tx, prescription.practitionerId);
  const bytes = await parts.signer.pdf(credential, await parts.credentials.authority(tx), plain, {
    name: around.doctorName,
    reason: 'Prescription',
    location: around.hospitalName.en,
    contact: parts.publicUrl,
    signedAt: tx.now,
  });
  await parts.signatures.keepDocument(tx, prescription.id, locale, {
    bytes,
    sha256: createHash('sha256').update(bytes).digest(),
  });
}
