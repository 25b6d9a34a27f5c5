import type { ApiDeps } from '../core/area-deps.ts';
import type { AppointmentsRepository } from './appointments/appointments.repository.ts';
import type { CalendarDesk } from './calendar-desk.ts';
import type { SchedulingHooks } from './hooks.ts';
import type { FreeTimes } from './schedules/free-times.ts';
import type { WaitlistRepository } from './waitlist/waitlist.repository.ts';

/** Everything that services of this area are built from, each under one name. */
interface Parts extends ApiDeps {
  appointments: AppointmentsRepository;
  desk: CalendarDesk;
  freeTimes: FreeTimes;
  hooks: SchedulingHooks;
  waitlist: WaitlistRepository;
}

/** Some of these parts, picked by name. */
export type SchedulingPart<Name extends keyof Parts> = Pick<Parts, Name>;
