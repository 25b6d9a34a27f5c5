import type { Tx } from '../../../platform/db/transaction.ts';
import type { LeaveVisit } from '../../scheduling/index.ts';
import type { VisitsHooks } from '../hooks.ts';
import type { VisitTransitions } from '../conduct/visit-transitions.service.ts';
import type { VisitsRepository } from '../visits.repository.ts';
import type { DoctorDelays } from './doctor-delays.ts';

/**
 * Lets a waiting patient rebook the appointment when the doctor is late, paused, absent or gone. The wait ends when the new time is booked; intake
 * answers are kept for it.
 */
export function leavingForAnotherTime(parts: {
  visits: VisitsRepository;
  transitions: VisitTransitions;
  delays: DoctorDelays;
  hooks: VisitsHooks;
}): (tx: Tx, visitId: string) => Promise<LeaveVisit | null> {
  return async (tx, visitId) => {
    const visit = await parts.visits.lock(tx, visitId, 'write');
    if (visit?.status !== 'waiting' || !(await parts.delays.isKept(tx, visitId))) return null;
    const { patientId, intake } = visit;
    return async (appointmentId) => {
      await parts.transitions.carryOutAlone(tx, { command: 'leave', visitId });
      if (intake) await parts.hooks.onAnswersKept.run(tx, { patientId, appointmentId, intake });
    };
  };
}
