import { expectAccessibleInEach } from './support/accessibility.ts';
import { expect } from './support/expect.ts';
import { Person } from './support/person.ts';
import { giveSecondFactor } from './support/second-factor-steps.ts';
import { acceptStaffInvitation } from './support/staff-joining.ts';
import { test } from './support/test.ts';

test('a doctor is invited with name, e-mail and role, states the rest, is corrected and confirmed', async ({
  browser,
}) => {
  const boss = await Person.signedIn(browser, 'Administrator', { hospital: 'Lakeside Clinic', at: null });
  const { page } = boss;
  const email = `nina.${Date.now()}@lakeside.demo.test`;
  const link = await test.step('three fields are enough', async () => {
    await page.goto('/staff/invitation');
    await page.getByRole('textbox', { name: /^Name(?! in)/ }).fill('Nina Roth');
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await page.getByRole('checkbox', { name: 'Doctor' }).check();
    await giveSecondFactor(page.getByRole('main'));
    await expectAccessibleInEach(page, 'inviting a doctor');
    await page.getByRole('button', { name: 'Send invitation' }).click();
    await expect(page.getByText(`We have sent an e-mail with the link to ${email}.`)).toBeVisible();
    const shown = await page.getByTestId('shown-once').getByRole('textbox').inputValue();
    await page.goto(`/staff?state=invited&q=${encodeURIComponent(email)}`);
    await expect(page.getByRole('row').filter({ hasText: email })).toContainText('Invited');
    return shown;
  });

  const doctor = await Person.arrive(browser, { device: 'phone' });
  const own = doctor.page;
  await test.step('the doctor accepts, sets up a second factor and sends their details', async () => {
    await own.goto(link);
    await acceptStaffInvitation(own);
    await expect(own).toHaveURL(/\/application$/);
    await own.getByRole('button', { name: 'Send to the hospital' }).click();
    await expect(own.getByText('Fill this in.').first()).toBeVisible();
    await expectAccessibleInEach(own, 'own details with gaps');
    await own.getByRole('combobox', { name: 'Professional title' }).click();
    await own.getByRole('option', { name: 'Attending Physician' }).click();
    await expect(own.getByRole('textbox', { name: 'Title in Chinese' })).toHaveValue('主治医师');
    await own.getByRole('textbox', { name: 'Licence number' }).fill('D-4711');
    await own.getByLabel('Licence expires on').fill('2035-01-31');
    await own.getByRole('spinbutton', { name: /Years of independent practice/ }).fill('6');
    await own.getByRole('checkbox', { name: 'English' }).check();
    await own.getByRole('button', { name: 'Send to the hospital' }).click();
    await expect(own.getByText('The hospital is checking your details')).toBeVisible();
    await expectAccessibleInEach(own, 'own details that wait for confirmation');
  });

  await test.step('the administrator returns them, and confirms the corrected ones', async () => {
    await page.goto(`/staff?state=to-confirm&q=${encodeURIComponent(email)}`);
    await page.getByRole('link', { name: /Nina Roth/ }).click();
    await expectAccessibleInEach(page, 'details to confirm');
    await page.getByRole('button', { name: 'Return for correction' }).click();
    const asking = page.getByRole('dialog');
    await asking.getByRole('textbox').fill('The number on the licence differs.');
    await asking.getByRole('button', { name: 'Return for correction' }).click();
    await expect(page.getByText(/differs/)).toBeVisible();
    await own.reload();
    await expect(own.getByText('The number on the licence differs.')).toBeVisible();
    await own.getByRole('textbox', { name: 'Licence number' }).fill('D-4712');
    await own.getByRole('button', { name: 'Send corrected details' }).click();
    await expect(own.getByText('The hospital is checking your details')).toBeVisible();
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'Licence number' })).toHaveValue('D-4712');
    await page.getByRole('button', { name: 'Confirm and activate' }).click();
    await expect(page.getByText('Choose an option.')).toBeVisible();
    await page.getByRole('checkbox', { name: 'General Practice' }).check();
    await page.getByRole('button', { name: 'Confirm and activate' }).click();
    await expect(page.getByText('Nina Roth can start now.')).toBeVisible();
    await expect(own).toHaveURL(/sign-in/);
    await page.goto(`/staff?state=active&q=${encodeURIComponent(email)}`);
    await expect(page.getByRole('row').filter({ hasText: email })).toContainText('Active');
  });
  await doctor.leave();
  await boss.leave();
});

test('a staff file is checked by row, imported without its faulty rows, and the list is exported', async ({
  browser,
}) => {
  const boss = await Person.signedIn(browser, 'Administrator', { hospital: 'Lakeside Clinic', at: null });
  const { page } = boss;
  const email = `file.${Date.now()}@lakeside.demo.test`;
  await page.goto('/staff/import');
  const csv = `name,email,roles\nOtto Frei,${email},pharmacist\n,nobody,nurse\n`;
  await page
    .getByTestId('staff-file')
    .setInputFiles({ name: 'staff.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect(page.getByText('1 ready, 1 with errors')).toBeVisible();
  await expect(page.getByRole('row', { name: /^3/ })).toContainText('email: Not an e-mail address.');
  await expectAccessibleInEach(page, 'a checked staff file');
  await page.getByRole('button', { name: 'Send 1 invitation' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send 1 invitation' }).click();
  await expect(page).toHaveURL(/state=invited/);
  await expect(page.getByRole('row').filter({ hasText: email })).toBeVisible();
  await page.goto('/staff');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('staff.csv');
  await boss.leave();
});
