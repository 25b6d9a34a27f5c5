import type { PortraitSize } from '@yunzhen/shared/directory/portraits.contract';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { PortraitPicture } from './portrait-picture.ts';
import { practitionerEntity } from '../doctors/practitioner.entity.ts';
import { practitionerPortraitEntity } from './practitioner-portrait.entity.ts';

/** Pictures of practitioners. */
export class PortraitsRepository {
  /** Returns whether the practitioner is a doctor of the hospital. */
  isDoctor(tx: Tx, practitionerId: string): Promise<boolean> {
    return tx.manager.existsBy(practitionerEntity, { id: practitionerId, kind: 'doctor' });
  }

  /** Returns the digest that identifies the picture; null without one. */
  async find(tx: Tx, practitionerId: string): Promise<string | null> {
    const select = { practitionerId: true, sha256: true };
    const row = await tx.manager.findOne(practitionerPortraitEntity, { select, where: { practitionerId } });
    return row?.sha256 ?? null;
  }

  /** Also of people who wait for confirmation. Only they and the administrators know the digest of such a picture. */
  async content(tx: Tx, sha256: string, size: PortraitSize): Promise<Buffer | null> {
    const column = size === 'small' ? 'small' : 'large';
    const [row] = await tx.query<{ content: Buffer }>(
      `SELECT ${column} AS content FROM practitioner_portrait WHERE hospital_id = $1 AND sha256 = $2
       UNION ALL SELECT portrait_${column} FROM staff_application
       WHERE hospital_id = $1 AND portrait_sha256 = $2 AND portrait_${column} IS NOT NULL LIMIT 1`,
      [tx.hospitalId, sha256],
    );
    return row?.content ?? null;
  }

  async save(tx: Tx, practitionerId: string, accountId: string, picture: PortraitPicture): Promise<void> {
    const { sha256, small, large } = picture;
    const uploaded = { uploadedByAccountId: accountId, uploadedAt: tx.now };
    const row = { practitionerId, hospitalId: tx.hospitalId, sha256, small, large, ...uploaded };
    await tx.manager.upsert(practitionerPortraitEntity, row, ['practitionerId']);
  }

  /** Deletes the picture. Returns false when there was none. */
  async remove(tx: Tx, practitionerId: string): Promise<boolean> {
    return (await tx.manager.delete(practitionerPortraitEntity, { practitionerId })).affected === 1;
  }
}
