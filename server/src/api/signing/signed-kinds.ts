import type { Locale } from '@yunzhen/shared/core/locale';
import type { Tx } from '../../platform/db/transaction.ts';
import type { PaperSize } from '../../platform/paper/paper.ts';
import type { PdfSignatureStatement } from '../../platform/signing/pdf-signature.ts';

/** Records with sealed PDFs and a printed code. The name is part of job names, job payloads, audit entries and sealed secrets. */
export type SignedKind = 'prescription' | 'document';

/** What is to be sealed, read in one transaction; nothing is locked while it is drawn. */
export interface Unsealed {
  /** Whose key seals it. */
  practitionerId: string;
  /** What the signature panel of a PDF viewer shows. */
  statement: Pick<PdfSignatureStatement, 'name' | 'reason' | 'location'>;
  sheets: readonly Sheet[];
}

export interface Sheet {
  locale: Locale;
  paper: PaperSize;
  /** Draws the page, with the signed record attached. */
  render(): Promise<Uint8Array>;
}

export interface SealedFile {
  locale: Locale;
  paper: PaperSize;
  bytes: Buffer;
  sha256: Buffer;
}

/** How an area has its records sealed. All methods run in a transaction of the record’s hospital. */
export interface SealedRecords<Row> {
  readonly kind: SignedKind;
  /** Null when there is nothing to seal, or not any more. */
  read(tx: Tx, id: string): Promise<Unsealed | null>;
  /** Locks the record; null when it needs no files any more. */
  lock(tx: Tx, id: string): Promise<Row | null>;
  /** Stores all files of the locked record, audits and announces it. */
  keep(tx: Tx, row: Row, files: readonly SealedFile[]): Promise<void>;
  /** Ids of records that have waited for their files since before then, oldest first. */
  waitingSince(tx: Tx, before: Date): Promise<string[]>;
}

/** How an area’s records are checked by strangers. */
export interface VerifiedRecords<Kind extends SignedKind, Outcome extends string, Shown extends { id: string }> {
  readonly kind: Kind;
  /** What the printed code of a record is compared with. */
  coded(tx: Tx, id: string): Promise<{ patientId: string; secretHash: Buffer | null } | null>;
  /** The record that a PDF with this SHA-256 digest was sealed for. */
  ofFile(tx: Tx, sha256: Buffer): Promise<string | null>;
  /** The compact JWS that the record’s author signed. */
  signedRecord(tx: Tx, id: string): Promise<string | null>;
  /** Whether the record is still what was signed, and what a stranger may see of it; null when it was never signed. */
  stateOf(tx: Tx, id: string): Promise<{ outcome: Outcome; reason: string | null; shown: Shown | null } | null>;
}
