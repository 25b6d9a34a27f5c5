import type { Circumstances } from '@yunzhen/shared/prescribing/rules.contract';
import type { Tx } from '../../../platform/db/transaction.ts';
import { prescriptionCircumstancesEntity } from './prescription-circumstances.entity.ts';

/** The default: no guardian, not urgent, valid on the day of issue only. */
const UNSTATED: Circumstances = { guardian: null, emergency: false, validDays: 1 };

/** Stores what the doctor states about a prescription besides its lines. The database rejects changes after the signature. */
export class CircumstancesRepository {
  async of(tx: Tx, prescriptionId: string): Promise<Circumstances> {
    const select = { prescriptionId: true, guardian: true, emergency: true, validDays: true } as const;
    const row = await tx.manager.findOne(prescriptionCircumstancesEntity, { select, where: { prescriptionId } });
    if (row) return { guardian: row.guardian, emergency: row.emergency, validDays: row.validDays };
    // The adult beside the child at check-in is the default guardian until the doctor states otherwise.
    const [visit] = await tx.query<Pick<Circumstances, 'guardian'>>(
      `SELECT v.guardian - 'accountId' AS guardian FROM prescription p JOIN visit v ON v.id = p.visit_id WHERE p.id = $1`,
      [prescriptionId],
    );
    return { ...UNSTATED, guardian: visit?.guardian ?? null };
  }

  async state(tx: Tx, prescriptionId: string, by: string, { guardian, emergency, validDays }: Circumstances) {
    const stated = { guardian, emergency, validDays, statedBy: by, statedAt: tx.now };
    const row = { ...stated, prescriptionId, hospitalId: tx.hospitalId };
    await tx.manager.upsert(prescriptionCircumstancesEntity, row, ['prescriptionId']);
  }

  /** Returns the code of the department in which the prescription is written. */
  async departmentCode(tx: Tx, departmentId: string): Promise<string> {
    const [row] = await tx.query<{ code: string }>('SELECT code FROM department WHERE id = $1', [departmentId]);
    return row?.code ?? '';
  }

  async jurisdiction(tx: Tx): Promise<string> {
    const [row] = await tx.query<{ jurisdiction: string }>('SELECT jurisdiction FROM hospital WHERE id = $1', [
      tx.hospitalId,
    ]);
    return row?.jurisdiction ?? '';
  }

  /** Returns the time zone of the hospital, whose days the rules count. */
  async timeZone(tx: Tx): Promise<string> {
    const [row] = await tx.query<{ zone: string }>('SELECT time_zone AS zone FROM hospital WHERE id = $1', [
      tx.hospitalId,
    ]);
    return row?.zone ?? 'UTC';
  }
}
