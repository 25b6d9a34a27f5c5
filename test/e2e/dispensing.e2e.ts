import { readFile } from 'node:fs/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import { createPharmacy, makePharmacyKey } from '../../shared/src/dispensing/pharmacies.contract.ts';
import { expectAccessible, expectAccessibleInEach } from './support/accessibility.ts';
import { approvedPrescription } from './support/approved-prescription.ts';
import { chromiumArgs, chromiumPath } from './support/chromium.ts';
import { expect } from './support/expect.ts';
import { inChinese } from './support/language.ts';
import { outsider } from './support/outsider.ts';
import { filmPrintedCode } from './support/paper.ts';
import { Person } from './support/person.ts';
import { test } from './support/test.ts';
import { tickNoDanger } from './support/patient-steps.ts';
import { benchPage, doctorArrives, endVisit, patientArrives } from './support/visit-in-call.ts';

const hospital = 'Lakeside Clinic';

/** Creates a pharmacy without accounts: its counter opens with its key. */
async function pharmacyKey(): Promise<string> {
  const administrator = await outsider('lakeside', 'admin@lakeside.demo.test');
  const id = crypto.randomUUID();
  const name = { en: 'Corner Pharmacy', zh: '街角药店' };
  await administrator.ok(createPharmacy, { body: { id, name, kind: 'outside' } });
  return (await administrator.ok(makePharmacyKey, { params: { pharmacyId: id } })).key;
}

/** Opens the printed code as a member of the public and expects this outcome. */
async function stranger(browser: Browser, code: string, outcome: string): Promise<Person> {
  const person = await Person.arrive(browser, { device: 'phone' });
  await person.page.goto(new URL(code).pathname + new URL(code).hash);
  await expect(person.page.locator('[data-outcome]')).toHaveAttribute('data-outcome', outcome);
  return person;
}

/** Enters a code and claims in one step: a moment later the page would have sent it, and the button would be gone with the page. */
async function claim(page: Page, code: string): Promise<void> {
  await page.getByTestId('code-input').evaluate((input: HTMLInputElement, typed) => {
    input.value = typed;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    const buttons = [...(input.form?.querySelectorAll('button') ?? [])];
    buttons.find(({ textContent }) => textContent.trim() === 'Claim prescription')?.click();
  }, code);
}

/** Enters a pack, confirms the identity in the summary and dispenses. */
async function handOver(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Batch number' }).fill('7A');
  await page.getByRole('textbox', { name: 'Expiry date' }).fill('05/2099');
  await page.getByRole('button', { name: 'Check and dispense' }).click();
  const summary = page.getByRole('dialog', { name: 'Dispense these medicines?' });
  await summary.getByRole('radio', { name: 'Another photo ID' }).check();
  await summary.getByRole('button', { name: 'Dispense' }).click();
  await expect(summary).toBeHidden();
}

async function release(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Reason' }).click();
  await page.getByRole('option', { name: 'Not in stock' }).click();
  await page.getByRole('button', { name: 'Release claim' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Release' }).click();
}

/** Changes the language with the page’s menu. */
async function byTheMenu(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name);
  await inChinese(page, () => expectAccessible(page, `${name}, in Chinese`));
}

test('a printed code is claimed, dispensed in parts at two pharmacies, and invalid afterwards', async ({
  browser,
}, info) => {
  const [{ visitId, prescriptionId, number, code }, key] = await Promise.all([
    approvedPrescription(info.outputDir),
    pharmacyKey(),
  ]);
  const [patient, dispenser] = await Promise.all([
    patientArrives(browser, { at: null }),
    Person.signedIn(browser, 'Dispenser', { hospital }),
  ]);
  const { page } = dispenser;
  const progress = patient.page.getByRole('list', { name: 'Prescription status' });
  await patient.page.goto(`/prescriptions/${prescriptionId}`);
  await expect(progress).toContainText('Ready for the pharmacy');

  await test.step('the hospital’s pharmacy claims it and dispenses a part', async () => {
    await claim(page, 'https://elsewhere.example/verify');
    await expect(page.getByText('This is not a prescription code')).toBeVisible();
    await claim(page, code);
    await expect(page.getByText(number)).toBeVisible();
    await expect(progress).toContainText('At the pharmacy');
    await page.getByRole('textbox', { name: 'Dispense now' }).fill('10');
    await page.getByRole('button', { name: 'Check and dispense' }).click();
    await expect(page.getByText('Enter 0 to 9.', { exact: true })).toBeVisible();
    await expect(page.getByText('Enter the batch number from the pack.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Dispense now' })).toBeFocused();
    await page.getByRole('textbox', { name: 'Dispense now' }).fill('0');
    await page.getByRole('button', { name: 'Check and dispense' }).click();
    await expect(page.getByText('Enter a quantity for at least one medicine.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Dispense now' }).fill('6');
    await page.getByRole('textbox', { name: 'Batch number' }).fill('7A');
    await page.getByRole('textbox', { name: 'Expiry date' }).fill('2020-01');
    await page.getByRole('button', { name: 'Check and dispense' }).click();
    await expect(page.getByText('This pack has expired. Use another one.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Expiry date' }).fill('2099-05');
    await page.getByRole('button', { name: 'Check and dispense' }).click();
    const summary = page.getByRole('dialog', { name: 'Dispense these medicines?' });
    await expect(summary.getByTestId('confirm-line')).toContainText('Batch 7A, expires 2099-05');
    await summary.getByRole('button', { name: 'Dispense' }).click();
    await expect(summary.getByText('Choose how you confirmed it.')).toBeVisible();
    await expect(summary.getByRole('radio').first()).toBeFocused();
    await expectAccessibleInEach(page, 'the summary before dispensing');
    await page.keyboard.press('Escape');
    await handOver(page);
    await expect(page.getByTestId('receipt')).toContainText('6 tablets');
    await expect(page.getByTestId('dispense-line')).toContainText('Remaining: 3 tablets');
  });

  await test.step('a wrong quantity is corrected with a reason; the label follows the correction', async () => {
    await page.getByRole('button', { name: /^Correct:/ }).click();
    const dialog = page.getByRole('dialog', { name: /^Correct receipt/ });
    await dialog.getByRole('textbox', { name: /^Dispensed \(/ }).fill('4');
    await dialog.getByRole('button', { name: 'Add correction' }).click();
    await expect(dialog.getByText('Choose a reason.')).toBeVisible();
    await expect(dialog.getByRole('combobox', { name: 'What was wrong?' })).toBeFocused();
    await dialog.getByRole('combobox', { name: 'What was wrong?' }).click();
    await page.getByRole('option', { name: 'Quantity' }).click();
    await dialog.getByRole('textbox', { name: 'What happened?' }).fill('One strip was missing.');
    await expectAccessibleInEach(page, 'correcting a dispense');
    await dialog.getByRole('button', { name: 'Add correction' }).click();
    await expect(page.getByTestId('correction')).toContainText('One strip was missing.');
    await expect(page.getByTestId('dispense-line')).toContainText('Remaining: 5 tablets');
    await byTheMenu(page, 'a claim');
    await page.getByRole('link', { name: /^Print labels/ }).click();
    await expect(page.getByTestId('medicine-label')).toContainText('4 tablets');
    await expect(page.getByTestId('medicine-label')).toContainText('LOT 7A · EXP 2099-05');
    await expectAccessibleInEach(page, 'medicine labels');
    await page.goBack();
  });

  await test.step('the receipt is printed without the page around it and shows what remains', async () => {
    await page.getByRole('link', { name: /^Print receipt/ }).click();
    const paper = page.getByTestId('receipt-paper');
    await expect(paper).toContainText('4 tablets');
    await expect(paper).toContainText('5 tablets');
    await expect(paper).toContainText('Nora Lindqvist');
    await expect(paper).toContainText('The signature is valid');
    await expectAccessibleInEach(page, 'a receipt');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
    await expect(paper).toContainText('Received (name, signature)');
    await expect(paper.getByText('Received (name, signature)')).toBeVisible();
    await page.emulateMedia({ media: null });
    const kept = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download signed record' }).click();
    expect((await kept).suggestedFilename()).toMatch(/^D[\w-]+\.jws$/);
    // The patient has the same receipt, and another pharmacy does not.
    await patient.page.getByTestId('receipts').getByRole('link').click();
    await expect(patient.page.getByTestId('receipt-paper')).toContainText('4 tablets');
    await byTheMenu(patient.page, 'a receipt of the patient');
    await patient.page.goBack();
    await page.goBack();
    await expect(page.getByTestId('dispense-line')).toBeVisible();
  });

  const outside = await test.step('another pharmacy’s counter is rejected during the claim', async () => {
    const person = await stranger(browser, code, 'with-dispenser');
    await expectAccessibleInEach(person.page, 'a code that a pharmacy holds');
    await person.page.goto('/counter/lakeside');
    await expect(person.page).toHaveTitle('Pharmacy counter · Lakeside Clinic');
    await expect(person.page.getByRole('banner')).toContainText('Lakeside Clinic');
    await person.page.getByRole('textbox', { name: 'Pharmacy key' }).fill(key);
    await byTheMenu(person.page, 'the counter’s door');
    await person.page.getByRole('button', { name: 'Sign in' }).click();
    await claim(person.page, code);
    await expect(person.page.getByRole('alert')).toContainText('Another pharmacy');
    return person;
  });

  await test.step('the rest is dispensed at the other pharmacy after the release, and the patient sees it live', async () => {
    await release(page);
    await expect(page.getByText('Released', { exact: true })).toBeVisible();
    const reader = await stranger(browser, code, 'partly-used');
    await expect(reader.page.getByRole('link', { name: 'Pharmacy counter' })).toBeVisible();
    await expect(reader.page.getByTestId('remaining')).toContainText('5 tablets');
    await expectAccessibleInEach(reader.page, 'a code that is partly used');
    await reader.leave();
    await claim(outside.page, code);
    await outside.page.getByRole('textbox', { name: 'Your name' }).fill('Ada Frei');
    await handOver(outside.page);
    await expect(outside.page.getByTestId('receipt')).toHaveCount(2);
    await expect(outside.page.getByTestId('receipt').filter({ hasText: 'Ada Frei' })).toContainText('5 tablets');
    // A pharmacy prints its own receipts only.
    await expect(outside.page.getByRole('link', { name: /^Print receipt/ })).toHaveCount(1);
    await expect(outside.page.getByText('Fully dispensed', { exact: true })).toBeVisible();
    await expect(progress).toContainText('Dispensed');
    await expectAccessibleInEach(patient.page, 'a dispensed prescription');
  });

  await test.step('the patient downloads reminders as a calendar file and requests a repeat', async () => {
    const phone = patient.page;
    await phone.getByRole('link', { name: 'Medicine schedule' }).click();
    const saved = phone.waitForEvent('download');
    await phone.getByRole('button', { name: 'Download calendar file' }).click();
    const file = info.outputPath('medicines.ics');
    await (await saved).saveAs(file);
    const calendar = await readFile(file, 'utf8');
    // Three times a day for three days, with an alarm each; doses of today may be over.
    const doses = calendar.match(/BEGIN:VALARM/g)?.length ?? 0;
    expect(calendar).toContain('BEGIN:VCALENDAR');
    expect(doses).toBeGreaterThan(0);
    await phone.goBack();
    await phone.getByTestId('repeat').getByRole('textbox').fill('The fever is back.');
    await phone.getByRole('button', { name: 'Request repeat' }).click();
    await tickNoDanger(phone);
    await expect(phone.getByTestId('repeat').getByRole('status')).toContainText('Requested on');
    const doctor = await doctorArrives(browser, { at: '/workbench' });
    await expect(doctor.page.getByText('The fever is back.')).toBeVisible();
    await phone.getByTestId('repeat').getByRole('button').click();
    await expect(phone.getByRole('button', { name: 'Request repeat' })).toBeVisible();
    await expect(doctor.page.getByText('The fever is back.')).toBeHidden();
    expect(doctor.complaints).toEqual([]);
    await doctor.leave();
  });

  await test.step('a second use is rejected, and the public check says so', async () => {
    await page.goto('/dispensing');
    // A scanner without Enter: the recognised code is sent without a press.
    await page.getByTestId('code-input').fill(code);
    await expect(page.getByRole('alert')).toContainText('Already dispensed');
    await expectAccessibleInEach(page, 'a refused code');
    await (await stranger(browser, code, 'used')).leave();
  });

  await endVisit(visitId);
  for (const person of [patient, dispenser, outside]) {
    expect(person.complaints).toEqual([]);
    await person.leave();
  }
});

test('a doctor who cancels a claimed prescription sees its true state', async ({ browser }, info) => {
  const { visitId, code } = await approvedPrescription(info.outputDir);
  const [doctor, dispenser] = await Promise.all([
    doctorArrives(browser, { at: null }),
    Person.signedIn(browser, 'Dispenser', { hospital }),
  ]);
  await claim(dispenser.page, code);
  await expect(dispenser.page.getByTestId('dispense-line')).toBeVisible();
  await doctor.page.goto(benchPage(visitId));
  await doctor.page.getByRole('tab', { name: 'Prescription' }).click();
  const prescription = doctor.page.getByTestId('signed-prescription');

  const ask = async () => {
    await prescription.getByRole('button', { name: 'Cancel prescription' }).click();
    const dialog = doctor.page.getByRole('dialog', { name: 'Cancel this prescription?' });
    await dialog.getByRole('textbox').fill('A better medicine was found.');
    await dialog.getByRole('button', { name: 'Ask the pharmacy' }).click();
    await expect(prescription.getByTestId('cancellation')).toContainText('Waiting for an answer');
    await expect(dispenser.page.getByText('A better medicine was found.')).toBeVisible();
  };
  await ask();
  await expectAccessibleInEach(dispenser.page, 'a claim that the doctor asks back');
  // Dispensing is blocked while the request is open.
  await expect(dispenser.page.getByRole('button', { name: 'Check and dispense' })).toBeDisabled();
  await dispenser.page.getByRole('button', { name: 'Already dispensed, keep it' }).click();
  await expect(prescription.getByTestId('cancellation')).not.toContainText('Waiting for an answer');
  await expect(prescription).toHaveAttribute('data-status', 'dispensing');

  await ask();
  // A release would agree to the cancellation, and says so.
  await dispenser.page.getByRole('combobox', { name: 'Reason' }).click();
  await dispenser.page.getByRole('option', { name: 'Not in stock' }).click();
  await dispenser.page.getByRole('button', { name: 'Release claim' }).click();
  const releasing = dispenser.page.getByRole('dialog', { name: 'Release this claim?' });
  await expect(releasing).toContainText('If you release it, it is cancelled');
  await releasing.getByRole('button', { name: 'Cancel' }).click();
  await dispenser.page.getByRole('button', { name: 'Nothing dispensed, cancel it' }).click();
  const agreeing = dispenser.page.getByRole('dialog', { name: 'Cancel this prescription?' });
  await agreeing.getByRole('button', { name: 'Cancel prescription' }).click();
  await expect(prescription).toHaveAttribute('data-status', 'cancelled');
  await expect(dispenser.page.getByText('Cancelled by the doctor')).toBeVisible();
  await (await stranger(browser, code, 'cancelled')).leave();

  await endVisit(visitId);
  for (const person of [doctor, dispenser]) {
    expect(person.complaints).toEqual([]);
    await person.leave();
  }
});

test('the camera reads the printed code at the counter and on the check page', async ({ browser }, info) => {
  const { visitId, file, number } = await approvedPrescription(info.outputDir);
  const film = await filmPrintedCode(file, info.outputDir);
  const args = [...chromiumArgs(), `--use-file-for-fake-video-capture=${film}`];
  const withPaper = await chromium.launch({ executablePath: chromiumPath, args });
  try {
    const person = await Person.arrive(withPaper, { device: 'phone' });
    await person.page.goto('/verify');
    await person.page.getByRole('button', { name: 'Scan with the camera' }).click();
    await expect(person.page.locator('[data-outcome]')).toHaveAttribute('data-outcome', 'genuine');
    await person.leave();
    const dispenser = await Person.signedIn(withPaper, 'Dispenser', { hospital });
    await dispenser.page.getByRole('button', { name: 'Scan with the camera' }).click();
    await expect(dispenser.page.getByText(number)).toBeVisible();
    await release(dispenser.page);
    expect([...person.complaints, ...dispenser.complaints]).toEqual([]);
    await dispenser.leave();
  } finally {
    await withPaper.close();
  }

  // A picture without a code keeps the scan running, and without a camera the address can be typed.
  const stranger = await Person.arrive(browser, { device: 'phone' });
  const { page } = stranger;
  await page.goto('/verify');
  await expect(page).toHaveTitle(/ · Wuzhen Internet Hospital$/);
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  await expect(page.getByTestId('code-scanner')).toHaveAttribute('data-phase', 'looking');
  await expectAccessibleInEach(page, 'the camera at work');
  await page.getByRole('button', { name: 'Stop the camera' }).click();
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotFoundError'));
  });
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  await expect(page.getByTestId('code-scanner')).toHaveAttribute('data-phase', 'no-camera');
  await page.getByRole('textbox', { name: 'Or the address in the code' }).fill('https://elsewhere.example/');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText('This is not one of our codes.')).toBeVisible();
  await stranger.leave();
  await endVisit(visitId);
});
