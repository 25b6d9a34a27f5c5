import { createHash } from 'node:crypto';
import { z } from 'zod';
import { papersOf, type DocumentKind } from '@yunzhen/shared/documents/clinical-document';
import type { DocumentPaper } from '@yunzhen/shared/administration/setting-limits';
import { locales, type Locale } from '@yunzhen/shared/core/locale';
import { AppError } from '@yunzhen/shared/core/errors';
import { systemContext } from '../../platform/context.ts';
import type { Transactions, Tx } from '../../platform/db/transaction.ts';
import type { JobDefinition, Jobs } from '../../platform/jobs/jobs.ts';
import { renderApart } from '../../platform/paper/render-apart.ts';
import { logoForPaper } from '../administration/index.ts';
import type { JsonValue } from '../../platform/signing/canonical-json.ts';
import type { KeyEncryption } from '../../platform/signing/key-vault.ts';
import { announceDocument, auditDocument } from './document-changes.ts';
import { RECORD_NAME, recordOf, type DocumentRecord } from './document-json.ts';
import type { DocumentFile, DocumentRow, DocumentsRepository } from './documents.repository.ts';
import type { PdfSealer } from '../signing/index.ts';
import type { DocumentNeeds } from './ports.ts';
import { renderDocumentPdf } from './paper/document-pdf.ts';

const sealJob = 'seal-document';
const renderer = new URL('./paper/document-pdf.ts', import.meta.url).href;
const payload = z.strictObject({ hospitalId: z.uuid(), documentId: z.uuid() });

/** A signed document without its PDF for longer than this has lost its job: it is asked for again. */
export const lostAfterMs = 20_000;

/** The code’s secret is sealed for its document only. */
export const codeContext = (documentId: string) => `document/${documentId}/code`;

/** What the signature panel of a PDF viewer shows. */
const reasons: Readonly<Record<DocumentKind, string>> = {
  'sick-note': 'Sick note',
  referral: 'Referral letter',
  'after-visit-summary': 'After-visit summary',
};

interface Parts {
  transactions: Transactions;
  documents: DocumentsRepository;
  needs: Pick<DocumentNeeds, 'signatures'>;
  vault: KeyEncryption;
  publicUrl: string;
}

/** Asks, within the transaction, that the document be sealed. One that waits to be sealed already is not asked for twice. */
export function askForSealing(jobs: Jobs, tx: Tx, documentId: string): Promise<void> {
  return jobs.enqueue(tx, sealJob, { hospitalId: tx.hospitalId, documentId }, documentId);
}

/**
 * Makes the signed PDFs of a document, every language and paper, from nothing but what was signed. It is read in one transaction and all
 * files are kept in another; in between nothing is locked. It may run any number of times: what is there stays, so that a crash at any
 * point is healed by the next run.
 */
export function sealingJob(parts: Parts): JobDefinition<typeof payload> {
  return {
    name: sealJob,
    payload,
    batch: 8,
    run: async ({ hospitalId, documentId }, jobId) => {
      const context = systemContext(hospitalId, `job:${jobId}`);
      const unsealed = await parts.transactions.run(context, (tx) => readUnsealed(parts, tx, documentId));
      if (!unsealed) return;
      const files: DocumentFile[] = [];
      for (const locale of locales)
        for (const paper of papersOf[unsealed.row.kind]) files.push(await seal(parts, unsealed, locale, paper));
      await parts.transactions.run(context, async (tx) => {
        const row = await parts.documents.lock(tx, documentId);
        if (!row || row.status !== 'signed' || row.sealed) return;
        if (!(await unsealed.sealer.isInForce(tx)))
          throw new AppError('internal', 'the certificate was replaced while the PDF was made');
        for (const file of files) await parts.documents.keepFile(tx, row.id, file);
        await auditDocument(tx, 'document.sealed', row);
        await announceDocument(tx, 'document.sealed', row);
      });
    },
  };
}

/** Every few minutes: signed documents whose job was given up get a new one. */
export function resealingJob(
  { transactions, documents }: Pick<Parts, 'transactions' | 'documents'>,
  jobs: Jobs,
): JobDefinition<z.ZodType> {
  return {
    name: 'find-unsealed-documents',
    payload: z.strictObject({}),
    schedule: { cron: '*/5 * * * *', timeZone: 'UTC', payload: {} },
    run: async (_payload, jobId) => {
      for (const hospital of await transactions.hospitals()) {
        await transactions.run(systemContext(hospital, `job:${jobId}`), async (tx) => {
          const unsealed = await documents.withoutFile(tx, new Date(tx.now.getTime() - lostAfterMs));
          for (const id of unsealed) await askForSealing(jobs, tx, id);
        });
      }
    },
  };
}

interface Unsealed {
  row: DocumentRow;
  record: DocumentRecord;
  sealer: PdfSealer;
  secret: string;
  readAt: Date;
  /** What the hospital shows on the day of sealing. */
  logo: Uint8Array | null;
}

/** Null when there is nothing to seal, or not any more. */
async function readUnsealed({ documents, needs, vault }: Parts, tx: Tx, id: string): Promise<Unsealed | null> {
  const row = await documents.find(tx, id);
  if (!row || row.status !== 'signed' || row.sealed) return null;
  const record = recordOf(JSON.parse(row.signedPayload ?? 'null') as JsonValue);
  if (!record) throw new AppError('internal', 'signed document can’t be read');
  const secret = Buffer.from(await vault.open(row.secretSealed ?? '', codeContext(id))).toString();
  const sealer = await needs.signatures.sealer(tx, row.practitionerId);
  return { row, record, sealer, secret, readAt: tx.now, logo: await logoForPaper(tx) };
}

async function seal(
  { publicUrl }: Parts,
  { row, record, sealer, secret, readAt, logo }: Unsealed,
  locale: Locale,
  paper: DocumentPaper,
): Promise<DocumentFile> {
  const plain = await renderApart(renderer, renderDocumentPdf, record, {
    locale,
    paper,
    logo,
    code: `${publicUrl}/verify/${row.hospitalSlug}/documents/${row.id}#${secret}`,
    attachments: [
      {
        name: RECORD_NAME,
        mediaType: 'application/jose',
        description: 'Signed document',
        content: Buffer.from(row.jws ?? ''),
      },
    ],
  });
  const bytes = await sealer.seal(plain, {
    name: record.author.name,
    reason: reasons[row.kind],
    location: record.hospital.name.en,
    contact: publicUrl,
    signedAt: readAt,
  });
  return { locale, paper, bytes, sha256: createHash('sha256').update(bytes).digest() };
}
