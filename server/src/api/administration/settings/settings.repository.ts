import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Tx } from '../../../platform/db/transaction.ts';
import { hospitalEntity, type HospitalRow } from '../hospital/hospital.entity.ts';

export type StoredSettings = Pick<HospitalRow, 'version' | 'settings'>;

/** The transaction’s own hospital as in the database, not in a process’s cache. */
export class SettingsRepository {
  async read(tx: Tx): Promise<StoredSettings> {
    const hospital = await tx.manager.findOneBy(hospitalEntity, { id: tx.hospitalId });
    if (!hospital) throw new Error('transaction belongs to no hospital');
    return hospital;
  }

  /** Saves what is not null. Returns the new version; null when another administrator saved first. */
  async save(
    tx: Tx,
    basedOn: number,
    { settings, name }: { settings?: Record<string, unknown>; name?: LocalizedText },
  ): Promise<number | null> {
    const [row] = await tx.query<{ version: number | null }>('SELECT save_own_hospital($1, $2, $3) AS version', [
      basedOn,
      settings ?? null,
      name ?? null,
    ]);
    return row?.version ?? null;
  }
}
