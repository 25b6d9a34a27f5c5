import { admitVisit, referOffline } from '../../shared/src/visits/visits.contract.ts';
import { anotherWaits } from './support/another-patient.ts';
import { waitingRow as row } from './support/doctor-steps.ts';
import { expect } from './support/expect.ts';
import { startInstallation } from './support/installation.ts';
import { outsider } from './support/outsider.ts';
import { ownInstallation } from './support/own-installation.ts';
import { leaveWaitingRoom } from './support/patient-steps.ts';
import { whileAsleep } from './support/sleeping.ts';
import { test } from './support/test.ts';
import { doctorArrives, patientArrives, waitingVisit } from './support/visit-in-call.ts';

const clara = 'Clara Brunner';
// A silent page counts as absent within seconds here, and no other installation is pinged so often.
ownInstallation(() => startInstallation({ TIMEOUTS: 'realtime.ping=500 realtime.pingTimeout=1500' }));

test('a sleeping phone keeps its position and shows the right one when it wakes', async ({ browser, playwright }, {
  project,
}) => {
  const phone = await playwright.chromium.launch(project.use.launchOptions);
  const ahead = await anotherWaits('Emil Frei', clara);
  const visitId = await waitingVisit();
  const patient = await patientArrives(phone, { at: `/visits/${visitId}/waiting` });
  await expect(patient.page).toHaveTitle(/^\(2\) /);
  const doctor = await doctorArrives(browser);
  const nora = row(doctor.page, 'Nora Lindqvist');
  await expect(nora.getByText('Online')).toBeVisible();

  await whileAsleep(phone, async () => {
    await expect(nora.getByText('Online', { exact: true })).toBeHidden();
    // Messages to a sleeping page are lost: it has to query the state.
    const staff = await outsider('lakeside', 'doctor@lakeside.demo.test');
    await staff.ok(admitVisit, { params: { visitId: ahead.visitId } });
    await staff.ok(referOffline, { params: { visitId: ahead.visitId }, body: { reason: 'End of the test.' } });
  });
  await expect(patient.page.getByText('You are next')).toBeVisible();
  await expect(patient.page).toHaveTitle(/^\(1\) /);
  await expect(nora.getByText('Online')).toBeVisible();

  await leaveWaitingRoom(patient.page);
  expect([...patient.complaints, ...doctor.complaints]).toEqual([]);
  await doctor.leave();
  await phone.close();
});
