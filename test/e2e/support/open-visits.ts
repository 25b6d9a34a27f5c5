import { cancelVisit, leaveVisit, listVisits, referOffline } from '../../../shared/src/visits/visits.contract.ts';
import { outsider } from './outsider.ts';

/** Ends visits that a failed test left open; they would prevent a new one. */
export async function endWhatIsOpen(): Promise<void> {
  const patient = await outsider('lakeside', 'patient@lakeside.demo.test');
  const doctor = await outsider('lakeside', 'doctor@lakeside.demo.test');
  const { items } = await patient.ok(listVisits, { query: { open: 'true' } });
  for (const { id, status } of items) {
    const params = { visitId: id };
    if (status === 'planned') await patient.ok(cancelVisit, { params });
    if (status === 'waiting') await patient.ok(leaveVisit, { params });
    if (status === 'in-progress') await doctor.ok(referOffline, { params, body: { reason: 'Left open.' } });
  }
}
