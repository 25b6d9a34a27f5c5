import { readFile } from 'node:fs/promises';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { expect } from './support/expect.ts';
import { startInstallation } from './support/installation.ts';
import { expectFit } from './support/fit.ts';
import { authenticatorFor } from './support/operator-authenticator.ts';
import { ownInstallation } from './support/own-installation.ts';
import { Person } from './support/person.ts';
import { acceptStaffInvitation } from './support/staff-joining.ts';
import { test } from './support/test.ts';

const email = 'wu.lan@operator.demo.test';
// A new hospital is in every list of hospitals, so this file has its own installation.
const installation = ownInstallation(() => startInstallation({ OPERATOR_INVITE: email }));

test('an operator signs in with the printed link, creates a hospital, and its administrator signs in to it', async ({
  browser,
}) => {
  const operator = await Person.arrive(browser);
  const { page } = operator;
  const password = 'lanterns on the canal';
  let code = () => '';

  await test.step('the link printed at the first start opens once', async () => {
    const printed = async () =>
      /https?:\/\/\S+\/operator\/invitation\/\S+/.exec(await readFile(installation().logFile, 'utf8'))?.[0];
    await expect.poll(printed).toBeTruthy();
    await page.goto((await printed()) ?? '');
    await expect(page.getByText(email)).toBeVisible();
    await expect(page.getByRole('img', { name: 'QR code for an authenticator app' })).toBeVisible();
    code = authenticatorFor(await page.getByText(/^[A-Z2-7]{32}$/).innerText());
    await page.getByRole('button', { name: 'Finish' }).click();
    await expect(page.getByRole('textbox', { name: 'Your name' })).toBeFocused();
    await expectFit(page, 'an operator’s invitation with gaps');
    await page.keyboard.type('Wu Lan');
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await page.getByRole('textbox', { name: 'Authenticator code' }).fill(code());
    await page.keyboard.press('Enter');
    await expect(page.getByText('Signed in as Wu Lan.')).toBeVisible();
  });

  await test.step('a wrong password is rejected, the right one with the next code signs in', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    // The code of a rejected sign-in was not used up.
    const next = code();
    const enter = async (tried: string) => {
      await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
      await page.getByRole('textbox', { name: 'Password' }).fill(tried);
      await page.getByRole('textbox', { name: 'Authenticator code' }).fill(next);
      await page.keyboard.press('Enter');
    };
    await enter('lanterns on the river');
    await expect(page.getByRole('alert')).toBeVisible();
    await expectFit(page, 'an operator’s sign-in that was refused');
    await enter(password);
    await expect(page.getByText('Signed in as Wu Lan.')).toBeVisible();
  });

  await test.step('hospitals are shown as numbers without names of people, and their pages require a sign-in', async () => {
    const lakeside = page.getByRole('row').filter({ hasText: 'lakeside' });
    await expect(lakeside).toContainText('Active');
    await expect(page.getByRole('main')).not.toContainText(/Lindqvist|Brunner/);
    await expectFit(page, 'the operator’s page');
    await page.goto('/staff');
    await expect(page).toHaveURL(/sign-in/);
    await page.goto('/operator');
  });

  const slug = 'riverside';
  const hospital = 'Riverside Hospital';
  const first = 'min.zhou@riverside.demo.test';
  let link = '';
  const hospitals = page.getByRole('group', { name: 'Hospitals' });
  await test.step('a hospital is created after a missing field and a taken name were corrected', async () => {
    await page.getByRole('button', { name: 'Add hospital' }).click();
    const found = page.getByRole('dialog').getByRole('button', { name: 'Add hospital' });
    await found.click();
    await expect(page.getByRole('textbox', { name: 'Name in Chinese' })).toBeFocused();
    await expectFit(page, 'founding a hospital with gaps');
    await page.keyboard.type('河畔医院');
    await page.getByRole('textbox', { name: 'Name in English' }).fill(hospital);
    const address = page.getByRole('textbox', { name: 'URL name' });
    await address.fill('lakeside');
    await page.getByRole('textbox', { name: /^Name(?! in)/ }).fill('周敏');
    await page.getByRole('textbox', { name: 'E-mail' }).fill(first);
    await found.click();
    await expect(address).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator('form')).toContainText('Already in use.');
    await expectFit(page, 'founding a hospital whose name is taken');
    await address.fill(slug);
    await address.press('Enter');
    const once = page.getByTestId('shown-once');
    await expect(once).toContainText('Invitation for 周敏');
    await expectFit(page, 'the link for a first administrator');
    link = await once.getByRole('textbox').inputValue();
    await once.getByRole('button', { name: 'Done' }).click();
    await expect(hospitals.getByRole('row').filter({ hasText: slug })).toContainText('Active');
  });

  const administrator = await Person.arrive(browser);
  const desk = administrator.page;
  let deskCode = () => '';
  await test.step('its administrator signs in with the link, which is invalid afterwards', async () => {
    await desk.goto(link);
    await expect(desk.getByRole('main')).toContainText(`${hospital} invites you as: Administrator.`);
    await expect(desk).toHaveTitle(`Staff invitation · ${hospital}`);
    await expect(desk.getByRole('textbox', { name: 'Your name' })).toHaveValue('周敏');
    deskCode = await acceptStaffInvitation(desk);
    await expect(desk).toHaveURL(/\/set-up$/);
    await desk.getByRole('button', { name: /^Account:/ }).click();
    await desk.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(desk).toHaveURL(/sign-in/);
    const late = await Person.arrive(browser);
    await late.page.goto(link);
    await expect(late.page.getByRole('button', { name: 'Accept invitation' })).toBeHidden();
    await expect(late.page.getByRole('alert')).toBeVisible();
    await expectFit(late.page, 'an invitation that was used');
    await late.leave();
  });

  await test.step('the administrator signs in with the password and sees no people of another hospital', async () => {
    const choice = desk.getByRole('combobox', { name: 'Hospital' });
    await choice.selectOption({ label: hospital });
    await desk.getByRole('textbox', { name: 'E-mail' }).fill(first);
    await desk.getByRole('textbox', { name: 'Password' }).fill('river stone lantern');
    await desk.getByRole('button', { name: 'Sign in', exact: true }).click();
    await desk.getByRole('textbox', { name: 'Authenticator code' }).fill(deskCode());
    await desk.getByRole('button', { name: 'Continue' }).click();
    await expect(desk).not.toHaveURL(/sign-in/);
    await desk.goto('/staff');
    await expect(desk.getByRole('link', { name: /周敏/ })).toBeVisible();
    await expect(desk.getByRole('main')).not.toContainText(/Brunner|Keller/);
  });

  await test.step('the log lists who did what, and suspending a hospital signs its people out', async () => {
    await hospitals.getByRole('link', { name: hospital }).click();
    await expect(page.getByRole('heading', { level: 1, name: hospital })).toBeVisible();
    await expectFit(page, 'one hospital of the operator');
    await page.getByRole('button', { name: 'Suspend', exact: true }).click();
    await expectAccessibleInEach(page, 'asked before a hospital is closed');
    await page.getByRole('dialog').getByRole('button', { name: 'Suspend', exact: true }).click();
    await expect(page.getByText(/^Suspended since /)).toBeVisible();
    await page.getByRole('link', { name: 'Hospitals', exact: true }).click();
    await expect(hospitals.getByRole('row').filter({ hasText: slug })).toContainText('Suspended');
    await expect(desk).toHaveURL(/sign-in/);
    const log = page.getByRole('region', { name: 'Activity log' });
    const actions = log.getByTestId('what');
    await expect(log.getByRole('columnheader', { name: /^Time \((UTC|GMT)/ })).toBeVisible();
    await log.getByRole('searchbox').fill(slug);
    await expect(actions).toHaveText(['Hospital suspended', 'Hospital added']);
    const rows = log.getByRole('row').filter({ has: page.getByTestId('what') });
    await expect(rows).toContainText([hospital, hospital]);
    await expect(rows).toContainText(['Wu Lan', 'Wu Lan']);
    await log.getByRole('button', { name: 'Time' }).press('Enter');
    await expect(actions).toHaveText(['Hospital added', 'Hospital suspended']);
    await expect(page).toHaveURL(/log-q=riverside.*log-order=asc/);
    await page.reload();
    await expect(actions).toHaveText(['Hospital added', 'Hospital suspended']);
    // The search of one list does not apply to the other.
    await expect(hospitals.getByRole('row').filter({ hasText: 'lakeside' })).toBeVisible();
    await expectFit(page, 'what operators did, searched');
    await log.getByRole('searchbox').fill('nothing of the kind');
    await expect(log.getByText('No matching entries')).toBeVisible();
    await log.getByRole('button', { name: 'Clear filters' }).press('Enter');
    await log.getByRole('combobox', { name: 'Outcome' }).click();
    await page.getByRole('option', { name: 'Denied' }).click();
    await expect(actions.first()).toContainText('Sign-in denied');
    await expect(rows.first()).toContainText('Wu Lan');
    await expectFit(page, 'what operators did');
  });
  expect([...operator.complaints, ...administrator.complaints]).toEqual([]);
  await Promise.all([operator.leave(), administrator.leave()]);
});
