import {
  bookAppointment,
  cancelAppointment,
  holdAppointment,
  listSlots,
} from '../../shared/src/scheduling/appointments.contract.ts';
import { listDepartments, listDoctors } from '../../shared/src/directory/directory.contract.ts';
import { listPrescriptions } from '../../shared/src/prescribing/prescribing.contract.ts';
import { listVisits } from '../../shared/src/visits/visits.contract.ts';
import type { TestClient } from '../support/client.ts';
import { expect } from './support/expect.ts';
import { answerLate, shiftsOf, watchShifts } from './support/layout-shifts.ts';
import { endWhatIsOpen } from './support/open-visits.ts';
import { outsider } from './support/outsider.ts';
import { Person } from './support/person.ts';
import { test } from './support/test.ts';

/** A quarter of the “good” limit of Web Vitals: a line that wraps differently once its text is loaded; nothing that makes a tap miss. */
const most = 0.025;

/** Books a time some days ahead. */
async function bookedAhead(api: TestClient): Promise<{ id: string; doctorId: string }> {
  const doctors = (await api.ok(listDoctors, {})).items;
  const doctorId = doctors.find(({ nextFreeAt }) => nextFreeAt !== null)?.id ?? '';
  const { days } = await api.ok(listSlots, { params: { doctorId }, query: { days: 31 } });
  const { startsAt = '', departmentId = '' } = days.flatMap(({ slots }) => slots).at(-1) ?? {};
  const { id } = await api.ok(holdAppointment, { body: { doctorId, departmentId, startsAt } });
  await api.ok(bookAppointment, { params: { appointmentId: id }, body: { reason: 'As agreed.' } });
  return { id, doctorId };
}

for (const device of ['phone', 'wide'] as const) {
  test(`nothing on a patient’s page shifts while its data load, ${device}`, async ({ browser }) => {
    await endWhatIsOpen();
    const api = await outsider('lakeside', 'patient@lakeside.demo.test');
    const { id: appointmentId, doctorId } = await bookedAhead(api);
    const [prescription] = (await api.ok(listPrescriptions, { query: {} })).items;
    const [department] = (await api.ok(listDepartments, {})).items;
    const ended = (await api.ok(listVisits, { query: { status: 'completed' } })).items[0];
    const patient = await Person.signedIn(browser, 'Patient', { device, hospital: 'Lakeside Clinic', at: null });
    const { page } = patient;
    await watchShifts(page);
    await answerLate(page);
    const addresses = [
      '/',
      '/departments',
      `/departments/${department?.id}`,
      `/book/${doctorId}`,
      '/appointments',
      `/appointments/${appointmentId}`,
      `/appointments/${appointmentId}/reschedule`,
      `/appointments/${appointmentId}/prepare`,
      '/visits',
      `/visits/${ended?.id}`,
      '/prescriptions',
      ...(prescription ? [`/prescriptions/${prescription.id}`, `/prescriptions/${prescription.id}/days`] : []),
      '/record',
      '/messages',
      '/family',
      '/identity',
      '/account',
      '/account/contact',
      '/account/passkeys',
      '/account/protection',
      '/account/wishes',
      '/account/record-copy',
      '/account/devices',
      '/account/closing',
    ];
    for (const address of addresses) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      // The chat loads only when it is opened.
      await expect(page.locator('[data-pending]:not([aria-label^="Chat"] *)')).toHaveCount(0);
      const { sum, shifts } = await shiftsOf(page);
      expect.soft(sum, `${address}\n${JSON.stringify(shifts, null, 1)}`).toBeLessThan(most);
    }
    await api.ok(cancelAppointment, { params: { appointmentId }, body: {} });
    expect(patient.complaints).toEqual([]);
    await patient.leave();
  });
}
