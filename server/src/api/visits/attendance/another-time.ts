import type { Intake } from '@yunzhen/shared/visits/visits.contract';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { VisitLeaving } from '../../scheduling/index.ts';
import type { VisitTransitions } from '../conduct/visit-transitions.service.ts';
import type { VisitsRepository } from '../visits.repository.ts';
import type { DoctorDelays } from './doctor-delays.ts';

/** Keeps what was answered before a visit for the appointment whose patient comes at another time. */
export type AnswerKeeping = (
  tx: Tx,
  kept: { patientId: string; appointmentId: string; intake: Intake },
) => Promise<void>;

/**
 * Whoever waits for a doctor who is late, in a pause or not there may take another time of the same appointment: their waiting ends when
 * the new time is theirs, and with what they answered they need not begin anew.
 */
export function leavingForAnotherTime(parts: {
  visits: VisitsRepository;
  transitions: VisitTransitions;
  delays: DoctorDelays;
  keepAnswers: AnswerKeeping;
}): VisitLeaving {
  return async (tx, visitId) => {
    const visit = await parts.visits.lock(tx, visitId, 'write');
    if (visit?.status !== 'waiting' || !(await parts.delays.isKept(tx, visitId))) return null;
    const { patientId, intake } = visit;
    return async (appointmentId) => {
      await parts.transitions.carryOutAlone(tx, { command: 'leave', visitId });
      if (intake) await parts.keepAnswers(tx, { patientId, appointmentId, intake });
    };
  };
}
