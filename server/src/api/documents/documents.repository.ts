import type { DocumentContent } from '@yunzhen/shared/documents/documents.contract';
import type { DocumentPaper } from '@yunzhen/shared/administration/setting-limits';
import type { Tx } from '../../platform/db/transaction.ts';
import { columnsOf } from '../../platform/db/table.ts';
import { clinicalDocumentFileEntity, type ClinicalDocumentFileRow } from './clinical-document-file.entity.ts';
import { clinicalDocumentEntity, type ClinicalDocumentRow } from './clinical-document.entity.ts';
import type { FilePlace } from '../../platform/files/store/file-place.ts';
import { claimObject } from '../../platform/files/store/object-removals.ts';
import { insertUnlessThere } from '../../platform/db/insert-unless-there.ts';

/** A document with the names that its pages show. */
export interface DocumentRow extends Omit<ClinicalDocumentRow, 'hospitalId' | 'createdAt'> {
  doctorName: string;
  doctorNameLatin: string;
  doctorAccountId: string;
  patientNameLatin: string;
  patientAccountId: string | null;
  hospitalSlug: string;
  /** Whether the visit’s note is signed. */
  noteSigned: boolean;
  /** Whether its PDFs exist. */
  sealed: boolean;
}

export interface SignedParts {
  payload: string;
  jws: string;
  certificatePem: string;
  secretHash: Buffer;
  secretSealed: string;
}

const rowSql = `SELECT ${columnsOf(clinicalDocumentEntity, 'd')}, p.name AS "doctorName", p.name_latin AS "doctorNameLatin",
    p.account_id AS "doctorAccountId", pt.name_latin AS "patientNameLatin", pt.account_id AS "patientAccountId",
    h.slug AS "hospitalSlug", EXISTS (SELECT 1 FROM note n WHERE n.visit_id = d.visit_id AND n.status = 'signed') AS "noteSigned",
    EXISTS (SELECT 1 FROM clinical_document_file f WHERE f.document_id = d.id) AS sealed
  FROM clinical_document d JOIN practitioner p ON p.id = d.practitioner_id JOIN patient pt ON pt.id = d.patient_id
  JOIN hospital h ON h.id = d.hospital_id`;

export type DocumentFile = Pick<ClinicalDocumentFileRow, 'locale' | 'paper' | 'bytes' | 'object' | 'sha256'>;

export class DocumentsRepository {
  async find(tx: Tx, id: string): Promise<DocumentRow | null> {
    return (await tx.query<DocumentRow>(`${rowSql} WHERE d.id = $1`, [id]))[0] ?? null;
  }

  /** Loads and locks a document, so that commands on it run one after the other. */
  async lock(tx: Tx, id: string): Promise<DocumentRow | null> {
    await tx.query('SELECT id FROM clinical_document WHERE id = $1 FOR UPDATE', [id]);
    return this.find(tx, id);
  }

  /** Returns the visit’s documents, oldest first, without discarded ones. */
  ofVisit(tx: Tx, visitId: string): Promise<DocumentRow[]> {
    return tx.query<DocumentRow>(
      `${rowSql} WHERE d.visit_id = $1 AND d.status <> 'discarded' ORDER BY d.created_at, d.id`,
      [visitId],
    );
  }

  async insert(
    tx: Tx,
    row: Pick<DocumentRow, 'id' | 'number' | 'kind' | 'visitId' | 'patientId' | 'practitionerId' | 'content'>,
  ): Promise<void> {
    const draft = {
      hospitalId: tx.hospitalId,
      status: 'draft',
      version: 1,
      createdAt: tx.now,
      updatedAt: tx.now,
    } as const;
    await tx.manager.insert(clinicalDocumentEntity, { ...row, ...draft });
  }

  async save(tx: Tx, id: string, version: number, content: DocumentContent): Promise<void> {
    await tx.manager.update(clinicalDocumentEntity, { id }, { version, content, updatedAt: tx.now });
  }

  async discard(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(clinicalDocumentEntity, { id }, { status: 'discarded', updatedAt: tx.now });
  }

  async sign(tx: Tx, id: string, signed: SignedParts): Promise<void> {
    const { payload: signedPayload, jws, certificatePem, secretHash, secretSealed } = signed;
    const parts = { signedPayload, jws, certificatePem, secretHash, secretSealed };
    const state = { status: 'signed', signedAt: tx.now, updatedAt: tx.now } as const;
    await tx.manager.update(clinicalDocumentEntity, { id }, { ...state, ...parts });
  }

  async revoke(tx: Tx, id: string, reason: string): Promise<void> {
    const state = { status: 'revoked', revokedAt: tx.now, updatedAt: tx.now } as const;
    await tx.manager.update(clinicalDocumentEntity, { id }, { ...state, revokeReason: reason });
  }

  /** Stores a sealed PDF; a second one of the same paper and language changes nothing. */
  async keepFile(tx: Tx, id: string, file: DocumentFile): Promise<void> {
    const { locale, paper, bytes, object, sha256 } = file;
    const stored = { bytes, object, sha256, sealedAt: tx.now };
    const sealed = { documentId: id, locale, paper, hospitalId: tx.hospitalId, ...stored };
    if (await insertUnlessThere(tx, clinicalDocumentFileEntity, sealed)) await claimObject(tx, object);
  }

  async file(tx: Tx, id: string, locale: string, paper: DocumentPaper): Promise<FilePlace | null> {
    const [row] = await tx.query<FilePlace>(
      'SELECT bytes AS content, object FROM clinical_document_file WHERE document_id = $1 AND locale = $2 AND paper = $3',
      [id, locale, paper],
    );
    return row ?? null;
  }

  /** Returns the document that has a PDF with this digest. */
  async ofFile(tx: Tx, sha256: Buffer): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      'SELECT document_id AS id FROM clinical_document_file WHERE sha256 = $1',
      [sha256],
    );
    return row?.id ?? null;
  }

  /** Returns signed documents whose PDF is missing for longer than the job takes, oldest first. */
  async withoutFile(tx: Tx, signedBefore: Date): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT d.id FROM clinical_document d WHERE d.status = 'signed' AND d.signed_at < $1
         AND NOT EXISTS (SELECT 1 FROM clinical_document_file f WHERE f.document_id = d.id)
       ORDER BY d.signed_at LIMIT 100`,
      [signedBefore],
    );
    return rows.map((row) => row.id);
  }
}
