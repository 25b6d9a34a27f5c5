import type { Browser, Page } from '@playwright/test';
import { inventedResidentNumber } from '../../../shared/src/accounts/resident-number.ts';
import { expect } from '../../e2e/support/expect.ts';
import { chooseTopic, finishPreparing, tickNoDanger } from '../../e2e/support/patient-steps.ts';
import { Person } from '../../e2e/support/person.ts';
import type { IdentityService } from '../../support/identity-service.ts';
import type { MailServer } from '../../support/mail-server.ts';
import { codeIn } from '../../support/proofs.ts';

export const patient = {
  name: '王美',
  nameLatin: 'Wang Mei',
  email: 'mei@mail.test',
  password: 'three green kites',
  birthDate: '1988-06-05',
  sex: 'female',
} as const;

/** Signs the patient up with a code from the mail and verifies the identity. */
export async function signUp(browser: Browser, mail: MailServer, register: IdentityService): Promise<Person> {
  const person = await Person.arrive(browser, { device: 'phone' });
  const { page } = person;
  await page.goto('/sign-up');
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(patient.email);
  await page.getByRole('button', { name: 'Send code' }).click();
  await page.getByRole('textbox', { name: 'Code' }).fill(codeIn((await mail.next(patient.email)).text));
  await page.getByRole('textbox', { name: 'Legal name' }).fill(patient.name);
  await page.getByRole('textbox', { name: 'Name in Latin letters' }).fill(patient.nameLatin);
  await page.getByLabel('Date of birth').fill(patient.birthDate);
  await page.getByRole('combobox', { name: 'Sex' }).selectOption(patient.sex);
  await page.getByRole('textbox', { name: 'Password' }).fill(patient.password);
  await page.getByRole('checkbox', { name: /^I have read the privacy notice/ }).check();
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page).toHaveURL(/\/identity/);
  const number = inventedResidentNumber(patient, 7);
  register.issue('resident-id', number, patient.name);
  await page.getByRole('combobox', { name: 'Document' }).selectOption('resident-id');
  await page.getByRole('textbox', { name: 'Document number' }).fill(number);
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText('Identity verified').first()).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/\/$/);
  return person;
}

/** Takes the patient to the waiting room, with a photograph of another hospital’s diagnosis. Returns the visit’s id. */
export async function wait(page: Page, doctor: string, photograph: string): Promise<string> {
  await page.getByRole('link', { name: 'Start a visit' }).click();
  await page.getByRole('link', { name: /^General Practice/ }).click();
  await page.getByRole('link', { name: new RegExp(doctor) }).click();
  await page.getByRole('textbox', { name: 'Your symptoms or question' }).fill('Sore throat and fever, as last week.');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/\/visits\/[0-9a-f-]{36}\/prepare/);
  const visitId = /visits\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  await tickNoDanger(page);
  await chooseTopic(page);
  await page.getByRole('radio', { name: 'A few days' }).check();
  await page.getByRole('radiogroup', { name: 'Has a doctor diagnosed this before?' }).getByLabel('Yes').check();
  await page.getByRole('textbox', { name: 'What was it called, and when?' }).fill('Tonsillitis, a week ago');
  const evidence = page.getByTestId('prior-evidence');
  await evidence.getByRole('radio', { name: 'Another hospital or clinic' }).check();
  await evidence.getByRole('textbox', { name: 'Name of the hospital or clinic' }).fill('City People’s Hospital');
  const aWeekAgo = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10);
  await evidence.getByLabel('Date of the record').fill(aWeekAgo);
  await page.locator('input[type=file]').first().setInputFiles(photograph);
  await expect(page.getByRole('button', { name: /^Remove/ }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await finishPreparing(page);
  await expect(page.getByRole('heading', { name: 'Waiting room' })).toBeVisible();
  return visitId;
}

/** Saves the PDF of the visit that is open. */
export async function savePdf(page: Page, file: string): Promise<void> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await (await saved).saveAs(file);
}

/** Signs the patient in and opens the visit. */
export async function openRecord(browser: Browser, visitId: string): Promise<Page> {
  const { page } = await Person.arrive(browser, { device: 'phone' });
  await page.goto(`/sign-in?to=/visits/${visitId}`);
  await page.getByRole('textbox', { name: /^E-mail/ }).fill(patient.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(patient.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/visits/${visitId}$`));
  return page;
}
