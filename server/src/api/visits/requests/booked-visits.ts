import { visitMachine } from '@yunzhen/shared/visits/visit';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import type { AppointmentRow } from '../../scheduling/index.ts';
import { visitChanges } from '../visit-audience.ts';
import type { VisitsRepository } from '../visits.repository.ts';

interface BookedVisitsDeps {
  visits: VisitsRepository;
}

/** Creates the visits of booked appointments when the patient arrives, and ends those whose patient never checks in. */
export class BookedVisits extends Service<BookedVisitsDeps> {
  /**
   * Creates the visit even when the doctor is not on duty yet, because a booked patient may wait. Throws `visit.already-open` with the open visit’s
   * id.
   */
  async open(tx: Tx, appointment: AppointmentRow): Promise<string> {
    const id = newId();
    const { patientId, departmentId, practitionerId } = appointment;
    const inserted = await this.deps.visits.insertUnlessOpen(tx, {
      id,
      hospitalId: tx.hospitalId,
      patientId,
      departmentId,
      practitionerId,
      status: visitMachine.initial,
      version: 1,
      kind: 'booked',
      priority: 'routine',
      redFlags: [],
      complaint: appointment.reason,
      createdAt: tx.now,
      bookedFor: appointment.startsAt,
    });
    if (!inserted) {
      const open = await this.deps.visits.openVisitOf(tx, patientId);
      throw new AppError(
        'visit.already-open',
        'patient already has an open visit',
        open ? { facts: { visitId: open } } : {},
      );
    }
    const view = await this.deps.visits.view(tx, id);
    await tx.audit('visit.created', { entity: 'visit', entityId: id, patientId });
    await emitEvent(tx, 'visit.created', {
      entityId: id,
      visitId: id,
      departmentId,
      practitionerId,
      changes: visitChanges(view, []),
      facts: { kind: view.visit.kind },
    });
    return id;
  }

  /** Ends a visit whose appointment was missed during intake. */
  async miss(tx: Tx, visitId: string): Promise<void> {
    const visit = await this.deps.visits.lock(tx, visitId, 'write');
    if (!visit || !visitMachine.can(visit.status, 'cancel')) return;
    const status = visitMachine.next(visit.status, 'cancel');
    await this.deps.visits.update(tx, visitId, { status, version: visit.version + 1, endedAt: tx.now });
    const view = await this.deps.visits.view(tx, visitId);
    const { patientId, departmentId, practitionerId } = visit;
    await tx.audit('visit.cancelled', { entity: 'visit', entityId: visitId, patientId });
    await emitEvent(tx, 'visit.cancelled', {
      entityId: visitId,
      visitId,
      departmentId,
      practitionerId,
      changes: visitChanges(view, []),
      facts: {},
    });
  }
}
