import type { Tx } from '../../platform/db/transaction.ts';
import type { EventAbout } from '../core/domain-events.ts';
import type { PrescribingPart } from './prescribing-part.ts';
import type { PrescriptionRow } from './prescription.entity.ts';
import type { Surroundings } from './prescription.repository.ts';

/**
 * Returns what an event says about a prescription: its visit, and that the pages of its doctor, patient and pharmacists refresh. The chart lists its
 * medicines, so it refreshes too.
 */
export function eventOf(row: PrescriptionRow, around: Surroundings | undefined): EventAbout {
  const { id, version, visitId, departmentId, practitionerId } = row;
  const accountIds = [around?.doctorAccountId, around?.patientAccountId].filter(
    (account) => typeof account === 'string',
  );
  const change = { entity: 'prescription', id, version, to: { accountIds, roles: ['pharmacist'] } } as const;
  const ofChart = { entity: 'chart', id: row.patientId, to: { accountIds } } as const;
  return { entityId: id, visitId, departmentId, practitionerId, changes: [change, ofChart] };
}

/** Saves the row as a new version and runs its hook. Returns what an event says about it. */
export async function saveChange(
  tx: Tx,
  { repository, hooks }: PrescribingPart<'repository' | 'hooks'>,
  row: PrescriptionRow,
): Promise<EventAbout> {
  await repository.saveVersion(tx, row);
  await hooks.onChanged.run(tx, row);
  const [surrounded] = await repository.surround(tx, [row]);
  return eventOf(row, surrounded?.around);
}
