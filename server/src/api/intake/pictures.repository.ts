import { IsNull } from 'typeorm';
import type { IntakePicture } from '@yunzhen/shared/intake/intake.contract';
import type { Tx } from '../../platform/db/transaction.ts';
import { intakePictureEntity, type IntakePictureRow } from './intake-picture.entity.ts';

export type StoredPicture = IntakePicture &
  Pick<IntakePictureRow, 'draftId' | 'visitId' | 'uploaderAccountId' | 'receivedSha256'>;

export type NewPicture = Omit<IntakePicture, 'bytes'> & Pick<IntakePictureRow, 'content' | 'receivedSha256'>;

const pictureColumns = 'id, question, type, octet_length(content) AS bytes, width, height';

/** Stores pictures in Postgres, like those of a chat: one store to back up, under the same row-level security. */
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
    of: Pick<IntakePictureRow, 'patientId' | 'uploaderAccountId'> & { draftId: string },
    picture: NewPicture,
  ): Promise<void> {
    const uploaded = { hospitalId: tx.hospitalId, uploadedAt: tx.now };
    await tx.manager.insert(intakePictureEntity, { ...picture, ...of, ...uploaded });
  }

  async remove(tx: Tx, patientId: string, id: string): Promise<void> {
    await tx.manager.delete(intakePictureEntity, { patientId, id, visitId: IsNull() });
  }

  /** Assigns the pictures to the visit; they never change afterwards. */
  async give(tx: Tx, draftId: string, visitId: string, ids: readonly string[]): Promise<void> {
    await tx.query('UPDATE intake_picture SET draft_id = NULL, visit_id = $2 WHERE draft_id = $1 AND id = ANY ($3)', [
      draftId,
      visitId,
      ids,
    ]);
  }
}
