import type { Diagnosis } from '@yunzhen/shared/chart/chart.contract';
import type { Tx } from '../../../platform/db/transaction.ts';
import { diagnosisEntity, type DiagnosisRow } from './diagnosis.entity.ts';
import { diagnosisListEntity } from './diagnosis-list.entity.ts';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';

export class DiagnosesRepository {
  /** Returns the diagnoses in the doctor’s order. */
  async items(tx: Tx, visitId: string): Promise<Diagnosis[]> {
    const rows = await tx.manager
      .getRepository(diagnosisEntity)
      .find({ where: { visitId }, order: { position: 'ASC' } });
    return rows.map(({ id, code, title, isPrimary, certainty }) => ({
      id,
      code,
      title,
      primary: isPrimary,
      certainty,
    }));
  }

  /** Returns the version; 0 before the first save. */
  async version(tx: Tx, visitId: string): Promise<number> {
    const list = await tx.manager.findOneBy(diagnosisListEntity, { visitId });
    return list?.version ?? 0;
  }

  /** Returns the version of the list, locked until the transaction ends. Creates an empty list with version 0 when there is none. */
  async lock(tx: Tx, visitId: string): Promise<number> {
    const empty = { visitId, hospitalId: tx.hospitalId, version: 0, updatedAt: tx.now };
    await insertUnlessThere(tx, diagnosisListEntity, empty);
    const held = { where: { visitId }, lock: { mode: 'pessimistic_write' } } as const;
    const list = await tx.manager.findOne(diagnosisListEntity, held);
    return list?.version ?? 0;
  }

  async replace(tx: Tx, visitId: string, version: number, rows: readonly DiagnosisRow[]): Promise<void> {
    const repository = tx.manager.getRepository(diagnosisEntity);
    await repository.delete({ visitId });
    if (rows.length > 0) await repository.insert([...rows]);
    await tx.manager.update(diagnosisListEntity, { visitId }, { version, updatedAt: tx.now });
  }
}
