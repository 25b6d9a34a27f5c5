import { systemContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import type { StrandedVisitsService } from '../transfers/stranded-visits.service.ts';
import type { PresenceService } from '../waiting-room/presence.service.ts';
import { visitChanges } from '../visit-audience.ts';
import type { VisitTransitions } from '../conduct/visit-transitions.service.ts';
import { visitNotFound } from '../visits.policy.ts';
import type { TurnCalls } from './turn-calls.ts';
import type { VisitsPart } from '../visits-part.ts';

/** A patient is told by message when the doctor is so late. On the page it is said before. */
const tellLateAfterMinutes = 10;

interface WaitingRoomsServiceDeps extends VisitsPart<'transactions' | 'attendance' | 'visits' | 'delays' | 'notify'> {
  transitions: VisitTransitions;
  turns: TurnCalls;
  presence: PresenceService;
  stranded: StrandedVisitsService;
}

/**
 * What time alone brings about in waiting rooms: whose doctor left gets another one, who is missing is called, a place that nobody came
 * back to ends, who waits for a late doctor hears so.
 */
export class WaitingRoomsService extends Service<WaitingRoomsServiceDeps> {
  /** Each step in a transaction of its own, so that one that fails holds up no other. `cause` goes where a request id would. */
  async tend(hospitalId: string, cause: string): Promise<void> {
    const { transactions, attendance, presence, stranded, turns } = this.deps;
    const run = <Value>(work: (tx: Tx) => Promise<Value>) => transactions.run(systemContext(hospitalId, cause), work);
    await run((tx) => presence.reconcile(tx));
    await stranded.tend(hospitalId, cause);
    await run((tx) => turns.callMissed(tx, null));
    for (const id of await run((tx) => attendance.lapsed(tx))) await run((tx) => this.#giveUp(tx, id));
    for (const id of await run((tx) => attendance.toBeToldLate(tx, tellLateAfterMinutes)))
      await run((tx) => this.#tellLate(tx, id));
  }

  /** The place was kept for as long as the call said. Whoever came back meanwhile stays. */
  async #giveUp(tx: Tx, visitId: string): Promise<void> {
    const { transitions, attendance, notify, visits } = this.deps;
    if (!(await visits.lock(tx, visitId, 'write')) || !(await attendance.lapsed(tx)).includes(visitId)) return;
    await transitions.carryOutAlone(tx, {
      command: 'leave',
      visitId,
      tell: async (_tx, { visit }) => {
        const { name, nameLatin } = visit.doctor;
        await notify(tx, {
          to: { patientId: visit.patient.id },
          template: 'visit.place-ended',
          facts: { doctor: { name, nameLatin } },
          link: `/visits/${visitId}`,
          dedupe: `place ended ${visitId}`,
        });
      },
    });
  }

  async #tellLate(tx: Tx, visitId: string): Promise<void> {
    const { attendance, visits, notify, delays } = this.deps;
    const delay = await delays.of(tx, visitId);
    // That a doctor is gone is told at once, and by what sees to their visits.
    if (!delay || delay.cause === 'left' || !(await attendance.noteToldLate(tx, visitId))) return;
    const view = await visits.view(tx, visitId);
    if (!view) throw visitNotFound();
    const { patient, doctor, department, bookedFor } = view.visit;
    const minutes = Math.floor((tx.now.getTime() - Date.parse(delay.since)) / 60_000);
    await emitEvent(tx, 'visit.doctor-late', {
      entityId: visitId,
      visitId,
      departmentId: department.id,
      practitionerId: doctor.id,
      facts: { minutes },
      changes: visitChanges(view, []),
    });
    await notify(tx, {
      to: { patientId: patient.id },
      template: 'visit.doctor-behind',
      facts: { doctor: { name: doctor.name, nameLatin: doctor.nameLatin }, at: bookedFor ?? delay.since },
      link: `/visits/${visitId}/waiting`,
      dedupe: `doctor behind ${visitId}`,
    });
  }
}
