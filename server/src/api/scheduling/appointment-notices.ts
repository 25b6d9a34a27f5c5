import type { Notify } from '../notifications/index.ts';
import type { NoticeHook } from './ports.ts';

/** What happens with an appointment, told to its patient by the notifications module, and to who hears of what concerns the patient. */
export function tellOfAppointments({ notify }: Pick<Notify, 'notify'>): NoticeHook {
  return async (tx, notice, appointment, before) => {
    const at = appointment.startsAt.toISOString();
    const doctor = { name: appointment.doctorName, nameLatin: appointment.doctorNameLatin };
    const to = { patientId: appointment.patientId };
    const link = `/appointments/${appointment.id}`;
    // Of one appointment at one time each thing is told once.
    const told = { to, link, dedupe: `${notice} ${appointment.id} ${at}` };
    switch (notice) {
      case 'appointment-booked':
        return notify(tx, { ...told, template: 'appointment.booked', facts: { at, doctor } });
      case 'appointment-moved':
        return notify(tx, {
          ...told,
          dedupe: `${told.dedupe} ${appointment.moves}`,
          template: 'appointment.moved',
          facts: { at, before: (before ?? appointment.startsAt).toISOString(), doctor },
        });
      case 'appointment-cancelled-by-hospital':
        return notify(tx, { ...told, template: 'appointment.cancelled', facts: { at, doctor } });
      case 'appointment-doctor-gone':
        return notify(tx, { ...told, template: 'appointment.doctor-gone', facts: { at, doctor } });
      case 'appointment-other-doctor':
        return notify(tx, {
          ...told,
          dedupe: `${told.dedupe} ${appointment.moves}`,
          template: 'appointment.other-doctor',
          facts: { at, before: (before ?? appointment.startsAt).toISOString(), doctor },
        });
      case 'appointment-tomorrow':
      case 'appointment-soon':
        return notify(tx, { ...told, template: 'appointment.reminder', facts: { at, doctor } });
      case 'appointment-late':
        return notify(tx, { ...told, template: 'appointment.late', facts: { at, doctor } });
      case 'appointment-missed':
        return notify(tx, { ...told, template: 'appointment.missed', facts: { at, doctor } });
      case 'waitlist-offer': {
        const until = (appointment.holdUntil ?? appointment.startsAt).toISOString();
        return notify(tx, { ...told, template: 'appointment.place-offered', facts: { at, until, doctor } });
      }
    }
  };
}
