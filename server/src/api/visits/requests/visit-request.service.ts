import type { BodyOf, QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { createVisit, listVisits, Visit } from '@yunzhen/shared/visits/visits.contract';
import { openVisitStatuses, visitMachine, visitStatuses } from '@yunzhen/shared/visits/visit';
import { AppError } from '@yunzhen/shared/core/errors';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeCursor } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import { NextFreeRepository } from './next-free.repository.ts';
import { visitChanges } from '../visit-audience.ts';
import { assertNoRedFlags, auditDeclared, priorityOf } from './red-flag-guard.ts';
import type { VisitTransitions } from '../conduct/visit-transitions.service.ts';
import { isPatientOf, maySee, seesPatients, visitNotFound } from '../visits.policy.ts';
import { patientOf } from '../../core/actor.ts';
import type { VisitsPart } from '../visits-part.ts';

type Booking = BodyOf<typeof createVisit>;

interface VisitRequestServiceDeps extends VisitsPart<'transactions' | 'visits' | 'directory'> {
  transitions: VisitTransitions;
}

/** Creates, reads and cancels visit requests for patients. */
export class VisitRequestService extends Service<VisitRequestServiceDeps> {
  readonly #nextFree = new NextFreeRepository();

  /**
   * Throws `visit.doctor-off-duty`, `visit.red-flag` for a danger sign that was not declared to be no emergency, and `visit.already-open` with the id
   * of the open visit.
   */
  create(context: ActorContext, booking: Booking): Promise<Visit> {
    return this.deps.transactions.command(context, 'createVisit', async (tx) => {
      const patientId = patientOf(context.actor);
      const doctorId = booking.doctorId ?? (await this.#nextFreeDoctor(tx, context, booking.departmentId));
      await this.#assertDoctorIsThere(tx, context, doctorId, booking.departmentId);
      const redFlags = await assertNoRedFlags(tx, patientId, {
        texts: [booking.complaint],
        dismissed: booking.dismissedFlags,
        before: [],
      });
      const id = newId();
      const inserted = await this.deps.visits.insertUnlessOpen(tx, {
        id,
        hospitalId: tx.hospitalId,
        patientId,
        departmentId: booking.departmentId,
        practitionerId: doctorId,
        status: visitMachine.initial,
        version: 1,
        kind: 'walk-in',
        priority: priorityOf(redFlags),
        redFlags,
        complaint: booking.complaint,
        createdAt: tx.now,
        bookedFor: null,
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
      await auditDeclared(tx, redFlags, { entity: 'visit', entityId: id, patientId });
      await emitEvent(tx, 'visit.created', {
        entityId: id,
        visitId: id,
        departmentId: booking.departmentId,
        practitionerId: doctorId,
        changes: visitChanges(view, []),
        facts: { kind: view.visit.kind },
      });
      return view.visit;
    });
  }

  /** Returns the doctor with the fewest patients ahead. Throws `visit.doctor-off-duty` when no doctor is on duty. */
  async #nextFreeDoctor(tx: Tx, context: ActorContext, departmentId: string): Promise<string> {
    await this.deps.directory.department(tx, departmentId);
    const today = dayIn((await this.deps.directory.hospital(tx)).timeZone, tx.now);
    const { practitionerId } = context.actor;
    const besides = practitionerId === null ? [] : [practitionerId];
    await this.#nextFree.lockDepartment(tx, departmentId);
    const doctorId = await this.#nextFree.leastBusy(tx, departmentId, today, besides);
    if (doctorId === null) throw new AppError('visit.doctor-off-duty', 'no doctor of the department is on duty');
    return doctorId;
  }

  async #assertDoctorIsThere(tx: Tx, context: ActorContext, doctorId: string, departmentId: string): Promise<void> {
    await this.deps.directory.department(tx, departmentId);
    const doctor = await this.deps.directory.doctor(tx, doctorId);
    const refuse = (rule: string) =>
      new AppError('validation.failed', `doctor is not valid: ${rule}`, { fields: [{ path: 'doctorId', rule }] });
    if (!doctor.departmentIds.includes(departmentId)) throw refuse('not-in-department');
    if (context.actor.practitionerId === doctorId) throw refuse('own-visit');
    const today = dayIn((await this.deps.directory.hospital(tx)).timeZone, tx.now);
    if (!seesPatients(doctor, today))
      throw new AppError('visit.doctor-off-duty', 'doctor is off duty or has no valid licence');
  }

  list(context: ActorContext, query: QueryOf<typeof listVisits>): Promise<ResponseOf<typeof listVisits>> {
    const { actor } = context;
    const wanted =
      query.open === undefined
        ? visitStatuses
        : visitStatuses.filter((status) => isOpen(status) === (query.open === 'true'));
    return this.deps.transactions.run(context, async (tx) => {
      const views = await this.deps.visits.list(tx, {
        patientId: actor.patientId,
        practitionerId: actor.practitionerId,
        statuses: query.status === undefined ? wanted : wanted.filter((status) => status === query.status),
        before: decodeCursor(query.cursor),
        limit: query.limit,
      });
      const page = cutPage(
        views,
        query.limit,
        ({ visit }) => ({ at: new Date(visit.createdAt), id: visit.id }),
        ({ visit }) => visit,
      );
      const about = { entity: 'visit-list', entityId: null, details: { count: page.items.length } };
      const shown = actor.patientId === null ? page.items.map(({ patient }) => patient.id) : [actor.patientId];
      await tx.auditShown('visit.read', about, shown);
      return page;
    });
  }

  read(context: ActorContext, visitId: string): Promise<Visit> {
    return this.deps.transactions.run(context, async (tx) => {
      const view = await this.deps.visits.findView(tx, visitId);
      if (!view || !maySee(context.actor, { patientId: view.visit.patient.id, practitionerId: view.visit.doctor.id })) {
        throw visitNotFound();
      }
      await tx.audit('visit.read', { entity: 'visit', entityId: visitId, patientId: view.visit.patient.id });
      return view.visit;
    });
  }

  cancel(context: ActorContext, visitId: string): Promise<Visit> {
    return this.deps.transitions.carryOut(context, { command: 'cancel', visitId, allowed: isPatientOf });
  }
}

function isOpen(status: Visit['status']): boolean {
  return openVisitStatuses.includes(status);
}
