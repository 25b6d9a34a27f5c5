import { IsNull } from 'typeorm';
import type { IntakePicture } from '@yunzhen/shared/intake/intake.contract';
import type { Tx } from '../../platform/db/transaction.ts';
import { fileBytesSql, type FilePlace } from '../../platform/files/store/file-place.ts';
import { claimObject } from '../../platform/files/store/object-removals.ts';
import { intakePictureEntity, type IntakePictureRow } from './intake-picture.entity.ts';

export type StoredPicture = IntakePicture &
  Pick<IntakePictureRow, 'draftId' | 'visitId' | 'uploaderAccountId' | 'receivedSha256'>;

export type NewPicture = Omit<IntakePicture, 'bytes'> & Pick<IntakePictureRow, 'receivedSha256'> & FilePlace;

const pictureColumns = `p.id, p.question, p.type, ${fileBytesSql('p')} AS bytes, p.width, p.height`;

/** Stores pictures; the bytes are in the row, or in an object that the row alone opens. */
export class PicturesRepository {
  ofDraft(tx: Tx, draftId: string): Promise<IntakePicture[]> {
    return tx.query(
      `SELECT ${pictureColumns} FROM intake_picture p WHERE p.draft_id = $1 ORDER BY p.uploaded_at, p.id`,
      [draftId],
    );
  }

  async find(tx: Tx, patientId: string, id: string): Promise<StoredPicture | null> {
    const [row] = await tx.query<StoredPicture>(
      `SELECT ${pictureColumns}, p.draft_id AS "draftId", p.visit_id AS "visitId", p.uploader_account_id AS "uploaderAccountId",
         p.received_sha256 AS "receivedSha256"
       FROM intake_picture p WHERE p.patient_id = $1 AND p.id = $2`,
      [patientId, id],
    );
    return row ?? null;
  }

  async place(tx: Tx, patientId: string, id: string): Promise<FilePlace | null> {
    const [row] = await tx.query<Pick<IntakePictureRow, 'content' | 'object'>>(
      'SELECT content, object FROM intake_picture WHERE patient_id = $1 AND id = $2',
      [patientId, id],
    );
    return row ?? null;
  }

  async insert(
    tx: Tx,
    of: Pick<IntakePictureRow, 'patientId' | 'uploaderAccountId'> & { draftId: string },
    picture: NewPicture,
  ): Promise<void> {
    const uploaded = { hospitalId: tx.hospitalId, uploadedAt: tx.now };
    await tx.manager.insert(intakePictureEntity, { ...picture, ...of, ...uploaded });
    await claimObject(tx, picture.object);
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
