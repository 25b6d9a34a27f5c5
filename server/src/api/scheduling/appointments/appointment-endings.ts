import { appointmentMachine, type AppointmentEnding } from '@yunzhen/shared/scheduling/appointment';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import type { FreedPlace, PlaceOffers } from '../waitlist/place-offers.ts';
import type { WaitlistRepository } from '../waitlist/waitlist.repository.ts';
import { aboutAppointment } from './appointment-changes.ts';
import type { AppointmentRow } from './appointment-view.ts';
import type { AppointmentsRepository } from './appointments.repository.ts';

export interface Ending {
  as: AppointmentEnding;
  reason?: string;
  /** Later than the hospital’s notice period. */
  late?: boolean;
  /** Ends the waitlist entry of a patient who had the place as an offer. */
  leavesWaitlist?: boolean;
}

interface AppointmentEndingsDeps {
  appointments: AppointmentsRepository;
  waitlist: WaitlistRepository;
  offers: PlaceOffers;
}

/** Ends appointments that will not take place, and offers their places to the waitlist. */
export class AppointmentEndings extends Service<AppointmentEndingsDeps> {
  /**
   * Locks these doctors’ calendars until the transaction ends and releases expired holds, whether or not the job has run. Call it once, with every
   * doctor concerned, before looking for a place.
   */
  async openCalendars(tx: Tx, practitionerIds: readonly string[]): Promise<void> {
    await this.deps.appointments.lockCalendars(tx, practitionerIds);
    for (const row of await this.deps.appointments.runOut(tx, practitionerIds))
      await this.end(tx, row, { as: 'expired' });
  }

  /** Ends an appointment; needs the calendar’s lock. Throws `appointment.transition-refused` when it has already ended. */
  async end(tx: Tx, row: AppointmentRow, ending: Ending): Promise<AppointmentRow> {
    const ended = await this.endWithoutOffer(tx, row, ending);
    await this.handOn(tx, row);
    return ended;
  }

  /** Ends as `end` does, without the calendar’s lock, when the time is too near to offer the place. */
  async endWithoutOffer(tx: Tx, row: AppointmentRow, ending: Ending): Promise<AppointmentRow> {
    const status = appointmentMachine.next(row.status, 'cancel');
    const wasHeld = row.status === 'proposed';
    const late = ending.late ?? false;
    await this.deps.appointments.update(tx, row.id, {
      status,
      endedAt: tx.now,
      endedAs: ending.as,
      endReason: ending.reason ?? '',
      lateCancel: late,
      sequence: row.sequence + 1,
    });
    const ended = (await this.deps.appointments.find(tx, row.id)) ?? row;
    await tx.audit('appointment.cancelled', {
      entity: 'appointment',
      entityId: row.id,
      patientId: row.patientId,
      details: { by: ending.as, late, held: wasHeld },
    });
    const about = aboutAppointment(ended);
    if (wasHeld) await emitEvent(tx, 'appointment.released', { ...about, facts: {} });
    else await emitEvent(tx, 'appointment.cancelled', { ...about, facts: { by: ending.as, late } });
    if (row.offered && wasHeld)
      await this.deps.waitlist.settle(tx, row.id, ending.leavesWaitlist === true ? 'left' : 'waiting');
    return ended;
  }

  /** Offers a free place to the waitlist. Needs the calendar’s lock. */
  handOn(tx: Tx, freed: FreedPlace): Promise<void> {
    return this.deps.offers.offer(tx, freed);
  }
}
