import type { Browser, Page } from '@playwright/test';
import { authenticatorFor } from '../../e2e/support/operator-authenticator.ts';
import { expect } from '../../e2e/support/expect.ts';
import { Person } from '../../e2e/support/person.ts';
import { giveSecondFactor } from '../../e2e/support/second-factor-steps.ts';
import { acceptStaffInvitation } from '../../e2e/support/staff-joining.ts';
import type { MailServer } from '../../support/mail-server.ts';

const password = 'river stone lantern';
const nextYear = new Date().getUTCFullYear() + 1;

/** A member of the staff, as invitation and licence name them. */
interface Colleague {
  readonly name: string;
  readonly nameLatin: string;
  readonly email: string;
  readonly role: 'Doctor' | 'Pharmacist' | 'Administrator';
}

/** Makes the operator’s account with the printed link and founds the hospital. Returns the link for its administrator. */
export async function found(browser: Browser, link: string, email: string): Promise<string> {
  const operator = await Person.arrive(browser);
  const { page } = operator;
  await page.goto(link);
  const code = authenticatorFor(await page.getByText(/^[A-Z2-7]{32}$/).innerText());
  await page.getByRole('textbox', { name: 'Your name' }).fill('Wu Lan');
  await page.getByRole('textbox', { name: 'Password' }).fill('lanterns on the canal');
  await page.getByRole('textbox', { name: 'Authenticator code' }).fill(code());
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page.getByText('Signed in as Wu Lan.')).toBeVisible();
  await page.getByRole('button', { name: 'Add hospital' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name in Chinese' }).fill('河畔医院');
  await dialog.getByRole('textbox', { name: 'Name in English' }).fill('Riverside Hospital');
  await dialog.getByRole('textbox', { name: 'URL name' }).fill('riverside');
  await dialog.getByRole('textbox', { name: /^Name(?! in)/ }).fill('周敏');
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await dialog.getByRole('button', { name: 'Add hospital' }).click();
  const shown = await page.getByTestId('shown-once').getByRole('textbox').inputValue();
  await operator.leave();
  return shown;
}

/** Takes the first administrator from the link to the checklist. */
export async function openDesk(browser: Browser, link: string): Promise<Page> {
  const { page } = await Person.arrive(browser);
  await page.goto(link);
  await acceptStaffInvitation(page, password);
  await expect(page).toHaveURL(/\/set-up$/);
  return page;
}

/** Fills in what the checklist asks for, without people. */
export async function setUp(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Start: Contact and licence of the hospital' }).click();
  await page.getByRole('textbox', { name: 'Hospital phone number' }).fill('+86 573 8888 0000');
  await page.getByRole('textbox', { name: 'Address (English)' }).fill('1 Canal Street, Jiaxing');
  await page.getByRole('textbox', { name: 'Address (中文)' }).fill('嘉兴市运河街1号');
  await page.getByRole('textbox', { name: 'Medical institution licence number' }).fill('PDY00001733048311A1001');
  await page.getByRole('button', { name: 'Save', exact: true }).click();

  await fromChecklist(page, 'Departments');
  await page.getByRole('button', { name: 'Add department' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name in Chinese' }).fill('全科');
  await dialog.getByRole('textbox', { name: 'Name in English' }).fill('General Practice');
  await dialog.getByRole('textbox', { name: 'Code' }).fill('general-practice');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('general-practice')).toBeVisible();

  await fromChecklist(page, 'Prices');
  await page.getByRole('link', { name: 'New price list' }).click();
  await page.getByRole('textbox', { name: 'Amount' }).first().fill('20');
  await page.getByRole('main').locator('form').getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('In effect').first()).toBeVisible();

  await fromChecklist(page, 'Consent text');
  await page.getByRole('button', { name: 'Create draft' }).click();
  for (const [language, heading, text] of [
    ['English', 'Consent to a visit by video', 'A doctor examines me by video. I can end the visit at any time.'],
    ['中文', '视频就诊知情同意', '医生通过视频为我诊疗。我可以随时结束就诊。'],
  ] as const) {
    await page.getByRole('textbox', { name: new RegExp(`^Heading.*${language}`) }).fill(heading);
    await page.getByRole('textbox', { name: new RegExp(`^Text.*${language}`) }).fill(text);
  }
  await page.getByRole('textbox', { name: 'Version' }).fill(`${nextYear - 1}-01`);
  await giveSecondFactor(page.getByRole('main'));
  await page.getByRole('button', { name: 'Publish version' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish version' }).click();
  await expect(page.getByRole('table').getByText(`${nextYear - 1}-01`)).toBeVisible();
}

async function fromChecklist(page: Page, step: string): Promise<void> {
  await page.goto('/set-up');
  await page.getByRole('link', { name: `Start: ${step}` }).click();
}

/** Invites a colleague. Returns the link in the mail. */
export async function invite(page: Page, mail: MailServer, { name, nameLatin, email, role }: Colleague) {
  await page.goto('/staff/invitation');
  await page.getByRole('textbox', { name: /^Name(?! in)/ }).fill(name);
  await page.getByRole('textbox', { name: 'Name in Latin letters' }).fill(nameLatin);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('radio', { name: 'English' }).check();
  await page.getByRole('checkbox', { name: role, exact: true }).check();
  await giveSecondFactor(page.getByRole('main'));
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByText(`We have sent an e-mail with the link to ${email}.`)).toBeVisible();
  return /https:\/\/\S+/.exec((await mail.next(email)).text)?.[0] ?? '';
}

/** Accepts the invitation of a doctor or pharmacist and sends the licence. */
export async function join(browser: Browser, link: string, licence: string): Promise<Person> {
  const person = await Person.arrive(browser);
  const { page } = person;
  await page.goto(link);
  const code = await acceptStaffInvitation(page, password);
  codes.set(person, code);
  await expect(page).toHaveURL(/\/application$/);
  await page.getByRole('combobox', { name: 'Professional title' }).click();
  await page.getByRole('option').nth(1).click();
  await page.getByRole('textbox', { name: 'Licence number' }).fill(licence);
  await page.getByLabel('Licence expires on').fill(`${nextYear + 3}-01-31`);
  await page.getByRole('spinbutton', { name: /Years of independent practice/ }).fill('9');
  for (const language of ['Chinese', 'English']) await page.getByRole('checkbox', { name: language }).check();
  await page.getByRole('button', { name: 'Send to the hospital' }).click();
  await expect(page.getByText('The hospital is checking your details')).toBeVisible();
  return person;
}

const codes = new WeakMap<Person, () => string>();

/** Confirms the licence as the administrator; a doctor gets the department. */
export async function confirm(page: Page, { nameLatin, email, role }: Colleague): Promise<void> {
  await page.goto(`/staff?state=to-confirm&q=${encodeURIComponent(email)}`);
  await page.getByRole('link', { name: new RegExp(nameLatin) }).click();
  if (role === 'Doctor') await page.getByRole('checkbox', { name: 'General Practice' }).check();
  await page.getByRole('button', { name: 'Confirm and activate' }).click();
  await expect(page.getByText(new RegExp(`${nameLatin}.* can start now`))).toBeVisible();
}

/** Signs a confirmed colleague in again, who was signed out with the new role. */
export async function signInAgain(person: Person, { email }: Colleague): Promise<void> {
  const { page } = person;
  await expect(page).toHaveURL(/sign-in/);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('textbox', { name: 'Authenticator code' }).fill(codes.get(person)?.() ?? '');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Gives the doctor hours on weekdays. */
export async function giveHours(page: Page, { nameLatin }: Colleague): Promise<void> {
  await fromChecklist(page, 'Doctors’ hours');
  await page.getByRole('link', { name: new RegExp(nameLatin) }).click();
  await page.getByRole('button', { name: 'Add hours', exact: true }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Hours saved')).toBeVisible();
  await page.goto('/set-up');
  await expect(page.getByText('The hospital is ready for patients.')).toBeVisible();
}
