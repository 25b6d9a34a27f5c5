import type { Locale } from '@yunzhen/shared/core/locale';
import type { Tx } from '../../platform/db/transaction.ts';
import type { FileObject } from '../../platform/files/store/file-place.ts';
import type { PaperSize } from '../../platform/paper/paper.ts';
import type { PdfSignatureStatement } from '../../platform/signing/pdf-signature.ts';

/** Records with sealed PDFs and a printed code. The name is part of job names, job payloads, audit entries and encryption contexts. */
export type SignedKind = 'prescription' | 'document';

/** The content to seal, read in one transaction; rendering runs without locks. */
export interface Unsealed {
  /** The practitioner whose key seals it. */
  practitionerId: string;
  /** The text in the signature panel of a PDF viewer. */
  statement: Pick<PdfSignatureStatement, 'name' | 'reason' | 'location'>;
  sheets: readonly Sheet[];
}

export interface Sheet {
  locale: Locale;
  paper: PaperSize;
  /** Renders the PDF, with the signed record attached. */
  render(): Promise<Uint8Array>;
}

/** A PDF that the file store already has: in `bytes`, for the row, or in an object. */
export interface SealedFile {
  locale: Locale;
  paper: PaperSize;
  bytes: Buffer | null;
  object: FileObject | null;
  sha256: Buffer;
}

/** How an area provides its records for sealing. All methods run in a transaction of the record’s hospital. */
export interface SealedRecords<Row> {
  readonly kind: SignedKind;
  /** Returns null when there is nothing to seal, or no longer. */
  read(tx: Tx, id: string): Promise<Unsealed | null>;
  /** Locks the record; returns null when it no longer needs files. */
  lock(tx: Tx, id: string): Promise<Row | null>;
  /** Stores all files of the locked record, with its audit event and domain event. */
  keep(tx: Tx, row: Row, files: readonly SealedFile[]): Promise<void>;
  /** Returns ids of records that have waited for their files since before the given time, oldest first. */
  waitingSince(tx: Tx, before: Date): Promise<string[]>;
}

/** How an area provides its records for public verification. */
export interface VerifiedRecords<Kind extends SignedKind, Outcome extends string, Shown extends { id: string }> {
  readonly kind: Kind;
  /** Returns the facts for comparing the printed code. */
  coded(tx: Tx, id: string): Promise<{ patientId: string; secretHash: Buffer | null } | null>;
  /** Returns the record of a sealed PDF with this SHA-256 digest. */
  ofFile(tx: Tx, sha256: Buffer): Promise<string | null>;
  /** Returns the compact JWS of the record’s author. */
  signedRecord(tx: Tx, id: string): Promise<string | null>;
  /** Returns whether the record is still what was signed, and what an anonymous visitor may see of it; null when it was never signed. */
  stateOf(tx: Tx, id: string): Promise<{ outcome: Outcome; reason: string | null; shown: Shown | null } | null>;
}
