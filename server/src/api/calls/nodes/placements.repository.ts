import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { callPlacementEntity } from './call-placement.entity.ts';

/** Stores which media nodes visits were placed on: late events of an earlier node are still its own. */
export class PlacementsRepository {
  async add(tx: Tx, visitId: string, nodeId: string): Promise<void> {
    const row = { visitId, nodeId, hospitalId: tx.hospitalId, placedAt: tx.now };
    await insertUnlessThere(tx, callPlacementEntity, row);
  }

  has(tx: Tx, visitId: string, nodeId: string): Promise<boolean> {
    return tx.manager.existsBy(callPlacementEntity, { visitId, nodeId });
  }
}
