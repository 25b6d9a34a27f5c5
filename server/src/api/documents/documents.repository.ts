import type { DocumentContent } from '@yunzhen/shared/documents/documents.contract';
import type { DocumentKind, DocumentStatus } from '@yunzhen/shared/documents/clinical-document';
import type { DocumentPaper } from '@yunzhen/shared/administration/setting-limits';
import type { Tx } from '../../platform/db/transaction.ts';

export interface DocumentRow {
  id: string;
  number: string;
  kind: DocumentKind;
  visitId: string;
  patientId: string;
  practitionerId: string;
  status: DocumentStatus;
  version: number;
  content: DocumentContent;
  updatedAt: Date;
  signedPayload: string | null;
  jws: string | null;
  certificatePem: string | null;
  signedAt: Date | null;
  secretHash: Buffer | null;
  secretSealed: string | null;
  revokedAt: Date | null;
  revokeReason: string | null;
  doctorName: string;
  doctorNameLatin: string;
  doctorAccountId: string;
  patientNameLatin: string;
  patientAccountId: string | null;
  hospitalSlug: string;
  /** Whether its PDFs are there. */
  sealed: boolean;
}

export interface SignedParts {
  payload: string;
  jws: string;
  certificatePem: string;
  secretHash: Buffer;
  secretSealed: string;
}

const rowSql = `SELECT d.id, d.number, d.kind, d.visit_id AS "visitId", d.patient_id AS "patientId",
    d.practitioner_id AS "practitionerId", d.status, d.version, d.content, d.updated_at AS "updatedAt",
    d.signed_payload AS "signedPayload", d.jws, d.certificate_pem AS "certificatePem", d.signed_at AS "signedAt",
    d.secret_hash AS "secretHash", d.secret_sealed AS "secretSealed", d.revoked_at AS "revokedAt",
    d.revoke_reason AS "revokeReason", p.name AS "doctorName", p.name_latin AS "doctorNameLatin",
    p.account_id AS "doctorAccountId", pt.name_latin AS "patientNameLatin", pt.account_id AS "patientAccountId",
    h.slug AS "hospitalSlug", EXISTS (SELECT 1 FROM clinical_document_file f WHERE f.document_id = d.id) AS sealed
  FROM clinical_document d JOIN practitioner p ON p.id = d.practitioner_id JOIN patient pt ON pt.id = d.patient_id
  JOIN hospital h ON h.id = d.hospital_id`;

export interface DocumentFile {
  locale: string;
  paper: DocumentPaper;
  bytes: Buffer;
  sha256: Buffer;
}

export class DocumentsRepository {
  async find(tx: Tx, id: string): Promise<DocumentRow | null> {
    return (await tx.query<DocumentRow>(`${rowSql} WHERE d.id = $1`, [id]))[0] ?? null;
  }

  /** As `find`, and held until the transaction ends, so that two commands on it follow one another. */
  async lock(tx: Tx, id: string): Promise<DocumentRow | null> {
    await tx.query('SELECT id FROM clinical_document WHERE id = $1 FOR UPDATE', [id]);
    return this.find(tx, id);
  }

  /** Oldest first, without those that were put away. */
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
    await tx.query(
      `INSERT INTO clinical_document (id, hospital_id, number, kind, visit_id, patient_id, practitioner_id, status, version,
         content, created_at, updated_at) VALUES ($1,$2,$3,$4,$5,$6,$7,'draft',1,$8,$9,$9)`,
      [
        row.id,
        tx.hospitalId,
        row.number,
        row.kind,
        row.visitId,
        row.patientId,
        row.practitionerId,
        row.content,
        tx.now,
      ],
    );
  }

  async save(tx: Tx, id: string, version: number, content: DocumentContent): Promise<void> {
    await tx.query('UPDATE clinical_document SET version = $2, content = $3, updated_at = $4 WHERE id = $1', [
      id,
      version,
      content,
      tx.now,
    ]);
  }

  async discard(tx: Tx, id: string): Promise<void> {
    await tx.query(`UPDATE clinical_document SET status = 'discarded', updated_at = $2 WHERE id = $1`, [id, tx.now]);
  }

  async sign(tx: Tx, id: string, signed: SignedParts): Promise<void> {
    await tx.query(
      `UPDATE clinical_document SET status = 'signed', signed_at = $2, updated_at = $2, signed_payload = $3, jws = $4,
         certificate_pem = $5, secret_hash = $6, secret_sealed = $7 WHERE id = $1`,
      [id, tx.now, signed.payload, signed.jws, signed.certificatePem, signed.secretHash, signed.secretSealed],
    );
  }

  async revoke(tx: Tx, id: string, reason: string): Promise<void> {
    await tx.query(
      `UPDATE clinical_document SET status = 'revoked', revoked_at = $2, updated_at = $2, revoke_reason = $3 WHERE id = $1`,
      [id, tx.now, reason],
    );
  }

  /** Keeps a sealed PDF; a second sealing of the same one changes nothing. */
  async keepFile(tx: Tx, id: string, file: DocumentFile): Promise<void> {
    await tx.query(
      `INSERT INTO clinical_document_file (document_id, locale, paper, hospital_id, bytes, sha256, sealed_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7) ON CONFLICT DO NOTHING`,
      [id, file.locale, file.paper, tx.hospitalId, file.bytes, file.sha256, tx.now],
    );
  }

  async file(tx: Tx, id: string, locale: string, paper: DocumentPaper): Promise<Buffer | null> {
    const [row] = await tx.query<{ bytes: Buffer }>(
      'SELECT bytes FROM clinical_document_file WHERE document_id = $1 AND locale = $2 AND paper = $3',
      [id, locale, paper],
    );
    return row?.bytes ?? null;
  }

  /** The document that a PDF with this digest was sealed for. */
  async ofFile(tx: Tx, sha256: Buffer): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      'SELECT document_id AS id FROM clinical_document_file WHERE sha256 = $1',
      [sha256],
    );
    return row?.id ?? null;
  }

  /** Signed ones that have had no PDF for longer than a job takes, oldest first. */
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
