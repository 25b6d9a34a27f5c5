import type { IntakePicture } from '@yunzhen/shared/intake/intake.contract';
import type { Tx } from '../../platform/db/transaction.ts';

export interface StoredPicture extends IntakePicture {
  draftId: string | null;
  visitId: string | null;
  uploaderAccountId: string;
  receivedSha256: Buffer;
}

export interface NewPicture extends Omit<IntakePicture, 'bytes'> {
  content: Buffer;
  receivedSha256: Buffer;
}

const pictureColumns = 'id, question, type, octet_length(content) AS bytes, width, height';

/** Pictures in Postgres, like those of a chat: one store to back up, behind the same wall. */
export class PicturesRepository {
  ofDraft(tx: Tx, draftId: string): Promise<IntakePicture[]> {
    return tx.query(`SELECT ${pictureColumns} FROM intake_picture WHERE draft_id = $1 ORDER BY uploaded_at, id`, [
      draftId,
    ]);
  }

  async find(tx: Tx, patientId: string, id: string): Promise<StoredPicture | null> {
    const [row] = await tx.query<StoredPicture>(
      `SELECT ${pictureColumns}, draft_id AS "draftId", visit_id AS "visitId", uploader_account_id AS "uploaderAccountId",
         received_sha256 AS "receivedSha256"
       FROM intake_picture WHERE patient_id = $1 AND id = $2`,
      [patientId, id],
    );
    return row ?? null;
  }

  async content(tx: Tx, patientId: string, id: string): Promise<Buffer | null> {
    const [row] = await tx.query<{ content: Buffer }>(
      'SELECT content FROM intake_picture WHERE patient_id = $1 AND id = $2',
      [patientId, id],
    );
    return row?.content ?? null;
  }

  async insert(
    tx: Tx,
    of: { patientId: string; draftId: string; uploaderAccountId: string },
    picture: NewPicture,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO intake_picture (id, hospital_id, patient_id, draft_id, question, uploader_account_id, type, width, height,
         received_sha256, content, uploaded_at) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)`,
      [
        picture.id,
        tx.hospitalId,
        of.patientId,
        of.draftId,
        picture.question,
        of.uploaderAccountId,
        picture.type,
        picture.width,
        picture.height,
        picture.receivedSha256,
        picture.content,
        tx.now,
      ],
    );
  }

  async remove(tx: Tx, patientId: string, id: string): Promise<void> {
    await tx.query('DELETE FROM intake_picture WHERE patient_id = $1 AND id = $2 AND visit_id IS NULL', [
      patientId,
      id,
    ]);
  }

  /** From now on these belong to the visit, and never change. */
  async give(tx: Tx, draftId: string, visitId: string, ids: readonly string[]): Promise<void> {
    await tx.query('UPDATE intake_picture SET draft_id = NULL, visit_id = $2 WHERE draft_id = $1 AND id = ANY ($3)', [
      draftId,
      visitId,
      ids,
    ]);
  }
}
