import type { Page } from '@playwright/test';
import { bookAppointment, holdAppointment, listSlots } from '../../../shared/src/scheduling/appointments.contract.ts';
import { listDoctors } from '../../../shared/src/directory/directory.contract.ts';
import type { TestClient } from '../../support/client.ts';

/** Chooses the last day of the week that is shown: a time of today may begin before the test has done with it. */
export const chooseLastDay = (page: Page): Promise<void> =>
  page
    .getByRole('group', { name: 'Day' })
    .getByRole('radio', { name: /, [1-9]\d* available times?$/ })
    .last()
    .check({ force: true });

/** Books the named doctor’s last time of the next fortnight, without a page. */
export async function bookedTime(client: TestClient, doctor: string) {
  const { items } = await client.ok(listDoctors, { query: { q: doctor } });
  const { id: doctorId, departmentIds } = items[0] ?? { id: '', departmentIds: [] };
  const { days, timeZone } = await client.ok(listSlots, { params: { doctorId }, query: { days: 14 } });
  const startsAt = days.flatMap(({ slots }) => slots).at(-1)?.startsAt ?? '';
  const held = await client.ok(holdAppointment, { body: { doctorId, departmentId: departmentIds[0] ?? '', startsAt } });
  const body = { reason: 'Travel advice.' };
  return { timeZone, ...(await client.ok(bookAppointment, { params: { appointmentId: held.id }, body })) };
}
