import type { Tx } from '../../platform/db/transaction.ts';
import { Service } from '../../platform/service.ts';
import type { Notify } from '../notifications/index.ts';
import type { AppointmentRow } from './appointments/appointment-view.ts';
import type { SchedulingHooks } from './hooks.ts';

/** Notifications to a patient about an appointment. */
export type AppointmentNotice =
  | 'appointment-booked'
  | 'appointment-moved'
  | 'appointment-cancelled-by-hospital'
  | 'appointment-cancelled-by-patient'
  | 'appointment-tomorrow'
  | 'appointment-soon'
  | 'appointment-doctor-gone'
  | 'appointment-other-doctor'
  | 'appointment-late'
  | 'appointment-missed'
  | 'waitlist-offer';

interface NoticesDeps {
  notify: Notify['notify'];
  hooks: SchedulingHooks;
}

/** Notifies the patient of an appointment, in the transaction of the event. */
export class Notices extends Service<NoticesDeps> {
  /** `before`: the earlier time of an appointment that was moved. */
  async notify(
    tx: Tx,
    notice: AppointmentNotice,
    appointment: AppointmentRow,
    before: Date | null = null,
  ): Promise<void> {
    await this.#notifyOf(tx, notice, appointment, before);
    if (notice === 'appointment-booked') await this.deps.hooks.onAppointmentBooked.run(tx, appointment);
  }

  #notifyOf(tx: Tx, notice: AppointmentNotice, appointment: AppointmentRow, before: Date | null): Promise<boolean> {
    const notify = this.deps.notify;
    const at = appointment.startsAt.toISOString();
    const doctor = { name: appointment.doctorName, nameLatin: appointment.doctorNameLatin };
    const to = { patientId: appointment.patientId };
    const link = `/appointments/${appointment.id}`;
    // Each notice is sent once for one appointment and time.
    const common = { to, link, dedupe: `${notice} ${appointment.id} ${at}` };
    switch (notice) {
      case 'appointment-booked':
        return notify(tx, { ...common, template: 'appointment.booked', facts: { at, doctor } });
      case 'appointment-moved':
        return notify(tx, {
          ...common,
          dedupe: `${common.dedupe} ${appointment.sequence}`,
          template: 'appointment.moved',
          facts: { at, before: (before ?? appointment.startsAt).toISOString(), doctor },
        });
      case 'appointment-cancelled-by-hospital':
      case 'appointment-cancelled-by-patient':
        return notify(tx, { ...common, template: 'appointment.cancelled', facts: { at, doctor } });
      case 'appointment-doctor-gone':
        return notify(tx, { ...common, template: 'appointment.doctor-gone', facts: { at, doctor } });
      case 'appointment-other-doctor':
        return notify(tx, {
          ...common,
          dedupe: `${common.dedupe} ${appointment.sequence}`,
          template: 'appointment.other-doctor',
          facts: { at, before: (before ?? appointment.startsAt).toISOString(), doctor },
        });
      case 'appointment-tomorrow':
      case 'appointment-soon':
        return notify(tx, { ...common, template: 'appointment.reminder', facts: { at, doctor } });
      case 'appointment-late':
        return notify(tx, { ...common, template: 'appointment.late', facts: { at, doctor } });
      case 'appointment-missed':
        return notify(tx, { ...common, template: 'appointment.missed', facts: { at, doctor } });
      case 'waitlist-offer': {
        const until = (appointment.holdUntil ?? appointment.startsAt).toISOString();
        return notify(tx, { ...common, template: 'appointment.place-offered', facts: { at, until, doctor } });
      }
    }
  }
}
