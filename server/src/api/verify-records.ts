import type { X509Certificate } from 'node:crypto';
import { systemContext } from '../platform/context.ts';
import type { Transactions, Tx } from '../platform/db/transaction.ts';
import type { FilePlace } from '../platform/files/store/file-place.ts';
import type { FileStore } from '../platform/files/store/file-store.ts';
import type { KeyEncryption } from '../platform/signing/key-encryption.ts';
import { verifyPdf } from '../platform/signing/pdf-verification.ts';
import { sealedColumns } from './sealed-columns.ts';
import { isSignedRecord, readHospitalSeal, trustOf } from './signing/index.ts';

/** How many of each kind are valid, and the first few that are not. */
export interface RecordsVerdict {
  signatures: number;
  receipts: number;
  pdfs: number;
  seals: number;
  broken: string[];
}

interface Parts {
  transactions: Transactions;
  keys: KeyEncryption;
  files: FileStore;
  /** Certificates of the time-stamp authorities that the hospital trusts. */
  timeAnchors: readonly X509Certificate[];
}

/** Columns that practitioners signed, each with a certificate and a time. */
const signed = [
  { table: 'prescription_signature', id: 'id', at: 'signed_at' },
  { table: 'note_signature', id: 'visit_id', at: 'signed_at' },
  { table: 'note_addendum', id: 'id', at: 'at' },
  { table: 'clinical_document', id: 'id', at: 'signed_at' },
] as const;

const pdfs = [
  { table: 'prescription_document', id: 'prescription_id' },
  { table: 'clinical_document_file', id: 'document_id' },
] as const;

const receiptType = 'yunzhen-dispense-receipt';
const batch = 200;

/** Verifies every signature, PDF and seal of a hospital, for example of a restored copy. */
export async function verifyRecords(hospitalId: string, parts: Parts): Promise<RecordsVerdict> {
  const verdict: RecordsVerdict = { signatures: 0, receipts: 0, pdfs: 0, seals: 0, broken: [] };
  const context = systemContext(hospitalId, 'verify-records');
  const note = (kind: Exclude<keyof RecordsVerdict, 'broken'>, where: string, holds: boolean) => {
    if (holds) verdict[kind]++;
    else if (verdict.broken.length < 20) verdict.broken.push(where);
  };
  await parts.transactions.run(context, async (tx) => {
    const trust = await trustOf(tx, parts.timeAnchors);
    for (const { table, id, at } of signed) {
      const columns = `jws, certificate_pem AS "certificatePem", ${at} AS "signedAt"`;
      for await (const row of rowsOf(tx, table, id, columns, 'jws IS NOT NULL'))
        note('signatures', `${table} ${row['id']}`, isSignedRecord(row as never, trust));
    }
    for await (const row of rowsOf(tx, 'dispense', 'id', 'receipt', 'receipt IS NOT NULL'))
      note(
        'receipts',
        `dispense ${row['id']}`,
        (await readHospitalSeal(tx, receiptType, String(row['receipt']))) !== null,
      );
    for (const { table, id } of pdfs)
      for await (const row of rowsOf(tx, table, id, 'bytes AS content, object', 'true')) {
        const pdf = await parts.files.get(row as unknown as FilePlace).catch(() => null);
        note('pdfs', `${table} ${row['id']}`, pdf !== null && verifyPdf(pdf, trust).outcome === 'valid');
      }
    for (const { table, column, owner = 'id', only = 'true', context: contextOf } of sealedColumns) {
      const columns = `${owner} AS owner, ${column} AS sealed`;
      for await (const row of rowsOf(tx, table, 'id', columns, `${column} IS NOT NULL AND ${only}`))
        note(
          'seals',
          `${table} ${row['id']}`,
          await opens(parts.keys, String(row['sealed']), contextOf(String(row['owner']))),
        );
    }
  });
  return verdict;
}

/** Yields all rows of a table, in batches. The names come from the program, not from input. */
async function* rowsOf(tx: Tx, table: string, id: string, columns: string, only: string) {
  for (let offset = 0, count: number = batch; count === batch; offset += count) {
    const rows = await tx.query<Record<string, unknown>>(
      `SELECT ${id} AS id, ${columns} FROM ${table} WHERE ${only} ORDER BY ${id} LIMIT ${batch} OFFSET ${offset}`,
    );
    count = rows.length;
    yield* rows;
  }
}

async function opens(keys: KeyEncryption, sealed: string, context: string): Promise<boolean> {
  try {
    (await keys.open(sealed, context)).fill(0);
    return true;
  } catch {
    return false;
  }
}
