import { appointmentMachine, type AppointmentEnding } from '@yunzhen/shared/scheduling/appointment';
import type { Tx } from '../../../platform/db/transaction.ts';
import { emitEvent } from '../../core/domain-events.ts';
import type { FreedPlace, PlaceOffers } from '../waitlist/place-offers.ts';
import type { WaitlistRepository } from '../waitlist/waitlist.repository.ts';
import { aboutAppointment } from './appointment-changes.ts';
import type { AppointmentRow } from './appointment-view.ts';
import type { AppointmentsRepository } from './appointments.repository.ts';

export interface Ending {
  as: AppointmentEnding;
  reason?: string;
  /** Later than the hospital asks for. */
  late?: boolean;
  /** Whoever had the place as an offer gives up waiting altogether. */
  leavesWaitlist?: boolean;
}

/** Ends appointments that will not take place, and hands their places on to the waitlist. */
export class AppointmentEndings {
  readonly #appointments: AppointmentsRepository;
  readonly #waitlist: WaitlistRepository;
  readonly #offers: PlaceOffers;

  constructor(appointments: AppointmentsRepository, waitlist: WaitlistRepository, offers: PlaceOffers) {
    this.#appointments = appointments;
    this.#waitlist = waitlist;
    this.#offers = offers;
  }

  /**
   * Holds these doctors’ calendars until the transaction ends and first gives back what was held for too long: a hold is over when its
   * time is, whether or not the job came by. To be called before a place is looked for, once, with every doctor concerned.
   */
  async openCalendars(tx: Tx, practitionerIds: readonly string[]): Promise<void> {
    await this.#appointments.lockCalendars(tx, practitionerIds);
    for (const row of await this.#appointments.runOut(tx, practitionerIds)) await this.end(tx, row, { as: 'expired' });
  }

  /** Under the calendar’s lock. Throws `appointment.transition-refused` for what is over already. */
  async end(tx: Tx, row: AppointmentRow, ending: Ending): Promise<AppointmentRow> {
    const ended = await this.endWithoutOffer(tx, row, ending);
    await this.handOn(tx, row);
    return ended;
  }

  /** As `end`, where the calendar is not held and the time is too near for the place to be offered. */
  async endWithoutOffer(tx: Tx, row: AppointmentRow, ending: Ending): Promise<AppointmentRow> {
    const status = appointmentMachine.next(row.status, 'cancel');
    const wasHeld = row.status === 'proposed';
    const late = ending.late ?? false;
    await this.#appointments.update(tx, row.id, {
      status,
      endedAt: tx.now,
      endedAs: ending.as,
      endReason: ending.reason ?? '',
      lateCancel: late,
      sequence: row.sequence + 1,
    });
    const ended = (await this.#appointments.find(tx, row.id)) ?? row;
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
      await this.#waitlist.settle(tx, row.id, ending.leavesWaitlist === true ? 'left' : 'waiting');
    return ended;
  }

  /** A place that is free now goes to whoever waits for one. Under the calendar’s lock. */
  handOn(tx: Tx, freed: FreedPlace): Promise<void> {
    return this.#offers.offer(tx, freed);
  }
}
