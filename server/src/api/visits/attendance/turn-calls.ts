import type { Attendance } from '@yunzhen/shared/visits/visits.contract';
import { stepAwayMinutesOf } from '@yunzhen/shared/visits/waiting-room';
import { AppError } from '@yunzhen/shared/core/errors';
import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import { visitChanges } from '../visit-audience.ts';
import { nobodyMissing } from './attendance.repository.ts';
import type { VisitsPart } from '../visits-part.ts';

/** Calls absent patients whose turn has come, and notifies them until when their place is kept. */
export class TurnCalls extends Service<VisitsPart<'attendance' | 'visits' | 'directory' | 'notify'>> {
  /** Calls every patient of this doctor, or of the hospital, whose turn has come and who was not called yet. */
  async callMissed(tx: Tx, practitionerId: string | null): Promise<void> {
    for (const visitId of await this.deps.attendance.turnsMissed(tx, practitionerId)) await this.#call(tx, visitId);
  }

  /** Calls a patient for the doctor, any number of times. Throws `visit.patient-present` when the patient is present. */
  async call(tx: Tx, visitId: string): Promise<Attendance> {
    if (!(await this.#call(tx, visitId))) throw new AppError('visit.patient-present', 'patient is present');
    return (await this.deps.attendance.read(tx, [visitId])).get(visitId) ?? nobodyMissing;
  }

  async #call(tx: Tx, visitId: string): Promise<boolean> {
    const { attendance, visits, directory, notify } = this.deps;
    const minutes = stepAwayMinutesOf((await directory.hospital(tx)).settings);
    const called = await attendance.call(tx, visitId, new Date(tx.now.getTime() + minutes * MINUTE_MS));
    if (!called) return false;
    const view = await visits.view(tx, visitId);
    const { patient, doctor, department } = view.visit;
    await tx.audit('visit.called', { entity: 'visit', entityId: visitId, patientId: patient.id });
    await emitEvent(tx, 'visit.called', {
      entityId: visitId,
      visitId,
      departmentId: department.id,
      practitionerId: doctor.id,
      facts: {},
      changes: visitChanges(view, []),
    });
    await notify(tx, {
      to: { patientId: patient.id },
      template: 'visit.turn-come',
      facts: {
        doctor: { name: doctor.name, nameLatin: doctor.nameLatin },
        until: called.keptUntil.toISOString(),
      },
      link: `/visits/${visitId}/waiting`,
      // Calling again within the same minute sends no second notification.
      dedupe: `turn ${visitId} ${called.calledAt.toISOString()} ${minutesSince(called.calledAt, tx.now)}`,
    });
    return true;
  }
}

function minutesSince(start: Date, now: Date): number {
  return Math.floor((now.getTime() - start.getTime()) / MINUTE_MS);
}
