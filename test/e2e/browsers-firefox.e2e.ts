import { expectPictureAndSound } from './support/call-stage.ts';
import { chromiumArgs, chromiumPath } from './support/chromium.ts';
import { expect } from './support/expect.ts';
import { firefoxPath, ownAddress } from './support/firefox.ts';
import { startInstallation } from './support/installation.ts';
import { endWhatIsOpen } from './support/open-visits.ts';
import { goToWaitingRoom, leaveWaitingRoom } from './support/patient-steps.ts';
import { ownInstallation } from './support/own-installation.ts';
import { Person, signIn } from './support/person.ts';
import { test } from './support/test.ts';
import { twoInCall } from './support/visit-in-call.ts';

/** The pages of patients in Firefox. All other browser tests run in Chromium. */
test.skip(!firefoxPath, 'Firefox is not installed here: install firefox-esr, or name its program in FIREFOX_PATH');
test.skip(!ownAddress, 'this machine has no address but the loopback, to which Firefox sends no media');
ownInstallation(() => startInstallation({ RTC_LISTEN: ownAddress ?? '' }));

/** Firefox reports a socket that closes with its page as an error of the page. */
const complaintsOf = ({ complaints }: Person) => complaints.filter((text) => !/ws:\/\/\S+\/socket\.io\//.test(text));

test('a patient in Firefox signs in, answers the questions, checks the devices and waits', async ({ browser }) => {
  await endWhatIsOpen();
  const patient = await Person.arrive(browser, { device: 'phone' });
  await signIn(patient.page, 'Patient', 'Lakeside Clinic');
  await goToWaitingRoom(patient.page, 'Clara Brunner');
  await leaveWaitingRoom(patient.page);
  expect(complaintsOf(patient)).toEqual([]);
  await patient.leave();
});

test('a patient in Firefox and a doctor in Chromium see and hear each other, also after a reload', async ({
  browser,
  playwright,
}) => {
  const chromium = await playwright.chromium.launch({ executablePath: chromiumPath, args: chromiumArgs() });
  const { patient, doctor } = await twoInCall(chromium, undefined, browser);
  await patient.page.getByTestId('call-microphone').click();
  await expect(doctor.page.getByText('Microphone off')).toBeVisible();
  await patient.page.getByTestId('call-microphone').click();
  await expect(doctor.page.getByText('Microphone off')).toBeHidden();
  await patient.page.reload();
  await expectPictureAndSound(patient.page);
  await expectPictureAndSound(doctor.page);
  expect([...complaintsOf(patient), ...doctor.complaints]).toEqual([]);
  await Promise.all([patient.leave(), doctor.leave()]);
  await chromium.close();
});
