import type { Page } from '@playwright/test';
import { stored, unsealed } from './support/browser-storage.ts';
import { ageCodes } from './support/code-pause.ts';
import { doctorOnDuty } from './support/doctor-on-duty.ts';
import { expect } from './support/expect.ts';
import { nextCode } from './support/mailbox.ts';
import { newAddress, newPatient, signInAs } from './support/new-patient.ts';
import { Person } from './support/person.ts';
import { test } from './support/test.ts';

const digits = (page: Page) => page.getByRole('textbox', { name: 'Code' });

async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Account: ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/sign-in/);
}

test('the sign-up form survives a reload, is not readable in the browser, and is deleted at sign-out', async ({
  browser,
}) => {
  const person = await Person.arrive(browser, { device: 'phone' });
  const { page } = person;
  const address = newAddress('lan');
  await page.goto('/sign-up');
  await page.getByRole('textbox', { name: 'Where should we send your code?' }).fill(address);
  await page.getByRole('button', { name: 'Send code' }).click();
  await digits(page).fill(await nextCode(address, 'wuzhen'));
  await page.getByRole('textbox', { name: 'Legal name' }).fill('Lan Hidden');
  await page.getByLabel('Date of birth').fill('1988-05-06');
  await page.getByRole('textbox', { name: 'Phone' }).fill('13912345678');
  await expect.poll(() => unsealed(page, 'sign-up')).toContain('13912345678');
  expect(await stored(page)).toContain('"sealed key"');
  for (const typed of ['Hidden', '1988-05-06', '13912345678', address, 'scripts can read'])
    expect(await stored(page)).not.toContain(typed);

  await page.reload();
  // The proof is not stored, the typed text is.
  const mail = page.getByRole('textbox', { name: 'Where should we send your code?' });
  await expect(mail).toHaveValue(address);
  await ageCodes(1);
  await page.getByRole('button', { name: 'Send code' }).click();
  await expect(page.getByText(`We have sent a 6-digit code to ${address}`)).toBeVisible();
  expect(await stored(page)).not.toContain(address);
  await digits(page).fill(await nextCode(address, 'wuzhen', 1));
  await expect(page.getByRole('textbox', { name: 'Legal name' })).toHaveValue('Lan Hidden');
  await expect(page.getByLabel('Date of birth')).toHaveValue('1988-05-06');
  await expect(page.getByRole('textbox', { name: 'Phone' })).toHaveValue('13912345678');

  await signInAs(page, await newPatient('wuzhen', { name: 'Qing Known' }));
  await page.goto('/');
  expect(await stored(page)).toContain('yunzhen.sealed.tab.sign-up');
  await signOut(page, 'Qing Known');
  await expect.poll(() => stored(page)).not.toContain('yunzhen.sealed.tab.');
  await page.goto('/sign-up');
  await expect(mail).toHaveValue('');
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('a complaint and the form for a child are not readable in the browser, and are deleted at sign-out', async ({
  browser,
}) => {
  const leaveDuty = await doctorOnDuty('Lakeside Clinic');
  const person = await Person.arrive(browser, { device: 'phone' });
  const { page } = person;
  const patient = await newPatient('lakeside', { name: 'Rosa Quiet' });
  await signInAs(page, patient);
  await page.goto('/departments');
  await page.getByRole('link', { name: /^General Practice/ }).click();
  await expect(page.getByRole('heading', { name: 'Which doctor?' })).toBeVisible();
  await page.getByRole('link', { name: /^Next available doctor/ }).click();
  const complaint = page.getByRole('textbox', { name: 'Your symptoms or question' });
  await complaint.pressSequentially('Itching between the toes');
  const address = page.url();
  await expect.poll(() => unsealed(page, 'complaint')).toContain('Itching between the toes');
  expect(await stored(page)).not.toMatch(/Itch|toes/);

  await page.reload();
  await expect(complaint).toHaveValue('Itching between the toes');
  await complaint.press('End');
  await complaint.pressSequentially(', red');
  await expect.poll(() => unsealed(page, 'complaint')).toContain('toes, red');
  await page.reload();
  await expect(complaint).toHaveValue('Itching between the toes, red');

  await page.goto('/family');
  const addChild = page.getByRole('button', { name: 'Add child' });
  await addChild.press('Enter');
  const child = page.getByRole('textbox', { name: 'Legal name' });
  await child.fill('Lily Quiet');
  await expect.poll(() => unsealed(page, 'add-child')).toContain('Lily');
  expect(await stored(page)).not.toContain('Lily');

  await signOut(page, 'Rosa Quiet');
  await expect.poll(() => stored(page)).not.toContain('yunzhen.sealed.tab.');
  await signInAs(page, patient);
  await page.goto(address);
  await expect(complaint).toHaveValue('');
  await page.goto('/family');
  await addChild.press('Enter');
  await expect(child).toHaveValue('');
  expect(person.complaints).toEqual([]);
  await person.leave();
  leaveDuty();
});
