import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import { installationContext, systemContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { runEach, runSteps } from '../../../platform/run-each.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import type { StrandedVisitsService } from '../transfers/stranded-visits.service.ts';
import type { PresenceService } from '../waiting-room/presence.service.ts';
import { visitChanges } from '../visit-audience.ts';
import type { VisitTransitions } from '../conduct/visit-transitions.service.ts';
import type { TurnCalls } from './turn-calls.ts';
import type { VisitsPart } from '../visits-part.ts';
import type { WaitingFigures } from './waiting-metrics.ts';

/** Minutes of delay before the patient receives a notification. The page shows the delay earlier. */
const notifyLateAfterMinutes = 10;

interface WaitingRoomsServiceDeps extends VisitsPart<
  'transactions' | 'attendance' | 'visits' | 'delays' | 'notify' | 'queue'
> {
  transitions: VisitTransitions;
  turns: TurnCalls;
  presence: PresenceService;
  stranded: StrandedVisitsService;
}

/**
 * Handles what time alone changes in waiting rooms: reassigns visits of doctors who left, calls absent patients, ends expired places, notifies
 * patients of late doctors.
 */
export class WaitingRoomsService extends Service<WaitingRoomsServiceDeps> {
  /** Returns who waits in all hospitals. `cause` takes the place of the request id. */
  figures(cause: string): Promise<WaitingFigures> {
    const { transactions, queue } = this.deps;
    return transactions.run(installationContext(cause), (tx) => queue.figures(tx));
  }

  /** Runs each step in its own transaction, so that a failure does not block the others. `cause` takes the place of the request id. */
  async tend(hospitalId: string, cause: string): Promise<void> {
    const { transactions, attendance, presence, stranded, turns } = this.deps;
    const run = <Value>(work: (tx: Tx) => Promise<Value>) => transactions.run(systemContext(hospitalId, cause), work);
    await runSteps({
      presence: () => run((tx) => presence.reconcile(tx)),
      'stranded visits': () => stranded.tend(hospitalId, cause),
      'missed calls': () => run((tx) => turns.callMissed(tx, null)),
      'expired places': async () =>
        runEach(await run((tx) => attendance.lapsed(tx)), (id) => run((tx) => this.#giveUp(tx, id))),
      'late doctors': async () =>
        runEach(await run((tx) => attendance.toBeNotifiedLate(tx, notifyLateAfterMinutes)), (id) =>
          run((tx) => this.#notifyLate(tx, id)),
        ),
    });
  }

  /** Ends the visit of a called patient whose place has expired, unless the patient has come back. */
  async #giveUp(tx: Tx, visitId: string): Promise<void> {
    const { transitions, attendance, notify, visits } = this.deps;
    if (!(await visits.lock(tx, visitId, 'write')) || !(await attendance.lapsed(tx)).includes(visitId)) return;
    await transitions.carryOutAlone(tx, {
      command: 'leave',
      visitId,
      notify: async (_tx, { visit }) => {
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

  async #notifyLate(tx: Tx, visitId: string): Promise<void> {
    const { attendance, visits, notify, delays } = this.deps;
    const delay = await delays.of(tx, visitId);
    // The job for stranded visits has already notified patients whose doctor left.
    if (!delay || delay.cause === 'left' || !(await attendance.noteNotifiedLate(tx, visitId))) return;
    const view = await visits.view(tx, visitId);
    const { patient, doctor, department, bookedFor } = view.visit;
    const minutes = Math.floor((tx.now.getTime() - Date.parse(delay.since)) / MINUTE_MS);
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
