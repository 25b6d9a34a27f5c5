import type { X509Certificate } from 'node:crypto';
import { systemContext } from '../platform/context.ts';
import type { Transactions, Tx } from '../platform/db/transaction.ts';
import type { FilePlace } from '../platform/files/store/file-place.ts';
import type { FileStore } from '../platform/files/store/file-store.ts';
import { isLost } from '../platform/files/store/object-files.ts';
import type { KeyEncryption } from '../platform/signing/key-encryption.ts';
import { verifyPdf } from '../platform/signing/pdf-verification.ts';
import { sealedColumns } from './sealed-columns.ts';
import { isSignedRecord, readHospitalSeal, trustOf } from './signing/index.ts';
import { fileTables, placeOf, storedFiles } from './stored-files.ts';

/** How many of each kind are valid, and the first few that are not. */
export interface RecordsVerdict {
  signatures: number;
  receipts: number;
  pdfs: number;
  seals: number;
  broken: string[];
  /** PDFs that could not be checked, because the object store does not answer or is not configured. */
  unread: number;
}

type Kind = 'signatures' | 'receipts' | 'pdfs' | 'seals';

interface Parts {
  transactions: Transactions;
  keys: KeyEncryption;
  files: Pick<FileStore, 'get'>;
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

const pdfTables = fileTables.filter(({ table }) => ['prescription_document', 'clinical_document_file'].includes(table));

const receiptType = 'yunzhen-dispense-receipt';
const batch = 200;

/** Verifies every signature, PDF and seal of a hospital, for example of a restored copy. `among`: SQL for the rows `t` of a table that count, if not all. */
export async function verifyRecords(
  hospitalId: string,
  parts: Parts,
  among: (table: string) => string = () => 'true',
): Promise<RecordsVerdict> {
  const verdict: RecordsVerdict = { signatures: 0, receipts: 0, pdfs: 0, seals: 0, broken: [], unread: 0 };
  const context = systemContext(hospitalId, 'verify-records');
  const note = (kind: Kind, where: string, holds: boolean) => {
    if (holds) verdict[kind]++;
    else if (verdict.broken.length < 20) verdict.broken.push(where);
  };
  const trust = await parts.transactions.run(context, async (tx) => {
    const anchors = await trustOf(tx, parts.timeAnchors);
    for (const { table, id, at } of signed) {
      const columns = `jws, certificate_pem AS "certificatePem", ${at} AS "signedAt"`;
      for await (const row of rowsOf(tx, table, id, columns, `jws IS NOT NULL AND ${among(table)}`))
        note('signatures', `${table} ${row['id']}`, isSignedRecord(row as never, anchors));
    }
    for await (const row of rowsOf(tx, 'dispense', 'id', 'receipt', `receipt IS NOT NULL AND ${among('dispense')}`))
      note(
        'receipts',
        `dispense ${row['id']}`,
        (await readHospitalSeal(tx, receiptType, String(row['receipt']))) !== null,
      );
    for (const { table, column, owner = 'id', only = 'true', context: contextOf } of sealedColumns) {
      const columns = `${owner} AS owner, ${column} AS sealed`;
      for await (const row of rowsOf(tx, table, 'id', columns, `${column} IS NOT NULL AND ${only} AND ${among(table)}`))
        note(
          'seals',
          `${table} ${row['id']}`,
          await opens(parts.keys, String(row['sealed']), contextOf(String(row['owner']))),
        );
    }
    return anchors;
  });
  // Outside the transaction: a slow object store must hold no connection.
  for (const table of pdfTables)
    for await (const file of storedFiles(parts.transactions, hospitalId, 'anywhere', [table], among(table.table))) {
      const place = await placeOf(parts.transactions, file);
      if (!place) continue;
      const pdf = await read(parts.files, place);
      if (pdf === 'unread') verdict.unread++;
      else
        note('pdfs', `${file.table} ${file.id.join(' ')}`, pdf !== 'lost' && verifyPdf(pdf, trust).outcome === 'valid');
    }
  return verdict;
}

/** Reads a file. One that is lost is a fault of the record; one that the store does not answer for is not. */
async function read(files: Parts['files'], place: FilePlace): Promise<Buffer | 'lost' | 'unread'> {
  try {
    return await files.get(place);
  } catch (error) {
    return isLost(error) ? 'lost' : 'unread';
  }
}

/** Yields all rows of a table, in batches. The names come from the program, not from input. */
async function* rowsOf(tx: Tx, table: string, id: string, columns: string, only: string) {
  for (let offset = 0, count: number = batch; count === batch; offset += count) {
    const rows = await tx.query<Record<string, unknown>>(
      `SELECT ${id} AS id, ${columns} FROM ${table} t WHERE ${only} ORDER BY ${id} LIMIT ${batch} OFFSET ${offset}`,
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
