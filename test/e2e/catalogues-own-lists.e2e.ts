import type { Page } from '@playwright/test';
import { expect } from './support/expect.ts';
import { startInstallation } from './support/installation.ts';
import { expectFit } from './support/fit.ts';
import { ownInstallation } from './support/own-installation.ts';
import { Person } from './support/person.ts';
import { test } from './support/test.ts';
import { admittedVisit, benchPage, doctorArrives, endVisit, hospital } from './support/visit-in-call.ts';

// A list in use changes what every doctor of the hospital finds, so this file has its own installation.
ownInstallation(() => startInstallation());

/** Uploads the lines as a file of that name and returns its row on the page once it was read. */
async function handIn(page: Page, name: string, lines: string[]) {
  const choosing = page.waitForEvent('filechooser');
  const upload = page.getByRole('button', { name: 'Upload list' });
  // While the upload before ends, the button ignores a press.
  await expect(upload).toBeEnabled();
  await upload.press('Enter');
  await (await choosing).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
  const list = page.getByRole('region', { name: 'Uploaded lists' }).getByRole('row').filter({ hasText: name });
  await expect(list).not.toContainText('Processing');
  return list;
}

const remark = (page: Page, line: number) =>
  page
    .getByTestId('list-report')
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: String(line), exact: true }) });

test('a hospital’s own lists report errors by line, and doctors find the entries of the list in use', async ({
  browser,
}) => {
  const visitId = await admittedVisit();
  const boss = await Person.signedIn(browser, 'Administrator', { hospital, at: null });
  const { page } = boss;

  await test.step('a file that is not a list is rejected as a whole with a reason', async () => {
    await page.goto('/lists/diagnoses');
    const list = await handIn(page, 'colours.csv', ['code,title,colour', 'I10,Hypertension,red']);
    await expect(list).toContainText('the column colour is not known');
    await expect(list.getByRole('button', { name: 'Activate' })).toHaveCount(0);
    await expectFit(page, 'a list that was refused');
  });

  await test.step('a list of diagnoses names its invalid row, and the others are activated', async () => {
    const list = await handIn(page, 'ward-diagnoses.csv', [
      'code,billable,title',
      'J03.9,1,Acute tonsillitis of the lakeside',
      'A000,maybe,Cholera',
    ]);
    await expect(list).toContainText('1 accepted · 1 rejected');
    await list.getByRole('button', { name: 'Report' }).press('Enter');
    await expect(remark(page, 3)).toContainText('billable');
    await expect(remark(page, 3)).toContainText('Rejected');
    await expect(remark(page, 3)).toContainText('maybe');
    await expectFit(page, 'the report of a list of diagnoses');
    await list.getByRole('button', { name: 'Activate' }).press('Enter');
    await expect(list).toContainText('Active');
    const history = page.getByRole('region', { name: 'History' });
    await expect(history.getByRole('row').filter({ hasText: 'ward-diagnoses.csv' })).toBeVisible();
  });

  await test.step('lists are searched and sorted, and the address stores it', async () => {
    const own = page.getByRole('region', { name: 'Uploaded lists' });
    const rows = own.getByRole('row').filter({ hasText: '.csv' });
    await expect(rows).toContainText(['ward-diagnoses.csv', 'colours.csv']);
    await own.getByRole('button', { name: 'File' }).press('Enter');
    await expect(rows).toContainText(['colours.csv', 'ward-diagnoses.csv']);
    await own.getByRole('searchbox').fill('ward');
    await expect(rows).toHaveCount(1);
    await page.getByTestId('list-report').getByRole('searchbox').fill('no such reason');
    await expect(page.getByTestId('list-report').getByText('No matches')).toBeVisible();
    await page.reload();
    await expect(rows).toHaveCount(1);
    await expect(page.getByTestId('list-report').getByRole('searchbox')).toHaveValue('no such reason');
    await page.getByTestId('list-report').getByRole('button', { name: 'Clear filters' }).press('Enter');
    await expect(remark(page, 3)).toContainText('billable');
    await expectFit(page, 'lists that were searched');
    await own.getByRole('searchbox').fill('nothing of the kind');
    await expect(own.getByText('No matches')).toBeVisible();
    await own.getByRole('button', { name: 'Clear filters' }).press('Enter');
    await expect(rows).toHaveCount(2);
  });

  await test.step('a list of medicines also names what no safety check covers', async () => {
    await page.goto('/lists/medicines');
    const list = await handIn(page, 'ward-medicines.csv', [
      'code,zh,ingredients,form,routes,unit,control,builtIn,en',
      'A1,,,,,,,paracetamol-500mg-tablet,',
      'A3,月光片,moonshinide 5 mg,tablet,oral,tablet,rx,,Moonshine tablets',
      'A4,无名片,y,z,,,,,',
    ]);
    await expect(list).toContainText('2 accepted · 1 rejected · 1 with warnings');
    await list.getByRole('button', { name: 'Report' }).press('Enter');
    await expect(remark(page, 3)).toContainText('Accepted with a warning');
    await expect(remark(page, 4).first()).toContainText('Rejected');
    await expectFit(page, 'the report of a list of medicines');
    await list.getByRole('button', { name: 'Activate' }).press('Enter');
    await expect(list).toContainText('Active');
  });

  const doctor = await doctorArrives(browser, { at: null });
  const bench = doctor.page;
  await test.step('the doctor finds the entries of the lists and nothing else', async () => {
    await bench.goto(benchPage(visitId));
    await bench.getByRole('tab', { name: 'Diagnosis' }).click();
    const diagnosis = bench.getByRole('combobox', { name: 'Add a diagnosis' });
    await diagnosis.fill('tonsillitis');
    await expect(bench.getByRole('option')).toHaveCount(1);
    await bench.getByRole('option', { name: /Acute tonsillitis of the lakeside/ }).click();
    await expect(bench.getByTestId('diagnosis')).toContainText('Acute tonsillitis of the lakeside');
    await bench.getByRole('tab', { name: 'Prescription' }).click();
    const medicine = bench.getByRole('combobox', { name: 'Add medicine' });
    await medicine.fill('amoxicillin');
    await expect(bench.getByRole('status').filter({ hasText: 'No results for “amoxicillin”' })).toBeAttached();
    await expect(bench.getByRole('option')).toHaveCount(0);
    await medicine.fill('moonshine');
    await bench.getByRole('option', { name: /^Moonshine tablets/ }).click();
    await expect(bench.getByRole('button', { name: 'Remove Moonshine tablets' })).toBeVisible();
    await expectFit(bench, 'a prescription from a list of the hospital’s own');
  });
  await endVisit(visitId);
  expect([...boss.complaints, ...doctor.complaints]).toEqual([]);
  await Promise.all([boss.leave(), doctor.leave()]);
});
