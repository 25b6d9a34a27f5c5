import { escaped, folded, utc } from '@yunzhen/shared/prescribing/dose/calendar-file';

export interface CalendarAppointment {
  /** Stays the same through every change, so that opening a newer file updates the existing entry. */
  readonly id: string;
  /** Increases with every change (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly summary: string;
  readonly description: string;
  /** The address of the appointment’s page. */
  readonly url: string;
  readonly madeAt: Date;
  readonly organizer: string;
  /** Minutes before the start at which the calendar alerts. */
  readonly alarms: readonly number[];
}

/**
 * Writes one appointment as a calendar file (RFC 5545). Instants are in UTC, which calendars show in the reader’s time zone.
 * A cancelled one has METHOD:CANCEL and a higher SEQUENCE, which removes the entry (RFC 5546, 3.2.5).
 */
export function appointmentCalendar(appointment: CalendarAppointment): string {
  const { cancelled, alarms } = appointment;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Yunzhen//Appointments//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${cancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:appointment-${appointment.id}@yunzhen`,
    `SEQUENCE:${appointment.sequence}`,
    `DTSTAMP:${utc(appointment.madeAt)}`,
    `DTSTART:${utc(appointment.startsAt)}`,
    `DTEND:${utc(appointment.endsAt)}`,
    `SUMMARY:${escaped(appointment.summary)}`,
    `DESCRIPTION:${escaped(appointment.description)}`,
    `LOCATION:${escaped(appointment.url)}`,
    `URL:${appointment.url}`,
    `ORGANIZER;CN="${appointment.organizer.replaceAll(/["\r\n]/g, ' ')}":${appointment.url}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${cancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
    'CLASS:PRIVATE',
    ...(cancelled ? [] : alarms.flatMap((minutes) => alarm(minutes, appointment.summary))),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map(folded).join('\r\n') + '\r\n';
}

function alarm(minutes: number, summary: string): string[] {
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(summary)}`, `TRIGGER:-PT${minutes}M`, 'END:VALARM'];
}
