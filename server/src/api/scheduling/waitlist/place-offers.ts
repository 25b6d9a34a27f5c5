import { appointmentPolicyOf } from '@yunzhen/shared/scheduling/appointment';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import { aboutAppointment } from '../appointments/appointment-changes.ts';
import type { Notices } from '../notices.ts';
import type { SchedulingPart } from '../scheduling-part.ts';

/** A place that has become free. */
export interface FreedPlace {
  practitionerId: string;
  departmentId: string;
  startsAt: Date;
  endsAt: Date;
}

/** Shortest time before its start at which a place is offered. */
const shortestNoticeMs = 10 * MINUTE_MS;

interface PlaceOffersDeps extends SchedulingPart<'desk' | 'appointments' | 'waitlist'> {
  notices: Notices;
}

/** Offers a freed place to waiting patients in order, each with a time limit. */
export class PlaceOffers extends Service<PlaceOffersDeps> {
  /** Offers the place; needs the lock of the doctor’s calendar. An offer is a hold, so that no new booking can take it. */
  async offer(tx: Tx, freed: FreedPlace): Promise<void> {
    const { practitionerId, startsAt } = freed;
    if (startsAt.getTime() - tx.now.getTime() < shortestNoticeMs) return;
    const { timeZone, settings } = await this.deps.desk.hospital(tx);
    const slot = await this.deps.desk.slotAt(tx, practitionerId, startsAt);
    if (!slot || slot.departmentId !== freed.departmentId) return;
    const place = await this.deps.desk.freePlace(tx, practitionerId, slot, null);
    if (place === null) return;
    const times = { startsAt, endsAt: new Date(slot.endsAt) };
    const until = tx.now.getTime() + appointmentPolicyOf(settings).offerMinutes * MINUTE_MS;
    const holdUntil = new Date(Math.min(until, startsAt.getTime()));
    const wanted = { ...freed, ...times, day: dayIn(timeZone, startsAt) };
    const next = await this.deps.waitlist.nextFor(tx, wanted);
    if (!next) return;
    const id = newId();
    const { departmentId } = freed;
    const appointment = { id, patientId: next.patientId, practitionerId, departmentId, ...times, place };
    // The patient may have booked something else at this moment; then the place stays free.
    if (!(await this.deps.appointments.insert(tx, { ...appointment, offered: true, holdUntil }))) return;
    await this.deps.waitlist.offer(tx, next.id, { appointmentId: id, practitionerId, startsAt });
    const row = await this.deps.appointments.find(tx, id);
    if (!row) return;
    await tx.audit('waitlist.offered', {
      entity: 'waitlist',
      entityId: next.id,
      patientId: next.patientId,
      details: { appointmentId: id },
    });
    await emitEvent(tx, 'appointment.held', { ...aboutAppointment(row), facts: {} });
    await this.deps.notices.notify(tx, 'waitlist-offer', row);
  }
}
