import { expect } from './support/expect.ts';
import { newPatient } from './support/new-patient.ts';
import { Person, takeCard, type DemoRole } from './support/person.ts';
import { sweep } from './support/sweep.ts';
import { test } from './support/test.ts';

for (const [how, device] of [
  ['mouse', 'wide'],
  ['keyboard', 'wide'],
  ['finger', 'phone'],
] as const) {
  test(`an empty sign-in form shows what is missing and still works, by ${how}`, async ({ browser }) => {
    const known = await newPatient('wuzhen');
    const person = await Person.arrive(browser, { device });
    const { page } = person;
    await page.goto('/sign-in');
    const [login, password] = [/^E-mail/, 'Password'].map((name) => page.getByRole('textbox', { name }));
    const button = page.getByRole('button', { name: 'Sign in', exact: true });
    const press = async () => {
      if (how === 'finger') return button.tap();
      if (how === 'mouse') return button.click();
      await button.focus();
      return page.keyboard.press('Enter');
    };
    if (!login || !password) throw new Error('a sign-in field is missing');
    await expect(button).toBeEnabled();
    await press();
    await expect(login).toBeFocused();
    await expect(login).toHaveAttribute('aria-invalid', 'true');
    await expect(password).toHaveAttribute('aria-invalid', 'true');
    await expect(password).toHaveAttribute('type', 'password');
    await expect(password).toHaveAttribute('autocomplete', 'current-password');
    if (how === 'keyboard') await sweep(page, 'sign-in with nothing filled in', { andBack: true });
    await expect(button).toBeEnabled();
    await login.click();
    await page.keyboard.type(known.email);
    await press();
    await expect(password).toBeFocused();
    await expect(login).not.toHaveAttribute('aria-invalid', 'true');
    await page.keyboard.type('not the password');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Wrong sign-in details', { exact: false })).toBeVisible();
    await expect(password).toBeFocused();
    // The wrong password is selected, so typing replaces it.
    await page.keyboard.type(known.password);
    await press();
    await expect(page).not.toHaveURL(/sign-in/);
    expect(person.complaints).toEqual([]);
    await person.leave();
  });
}

const homes: Record<DemoRole, string> = {
  Patient: '/',
  Doctor: '/workbench',
  Pharmacist: '/reviews',
  'Supervising pharmacist': '/reviews',
  President: '/figures',
  Administrator: '/staff',
  Dispenser: '/dispensing',
  Receptionist: '/front-desk',
  'Head of department': '/workbench',
};

const everyone = Object.keys(homes) as DemoRole[];

/** Which page is a role’s first does not depend on the language: in Chinese, one person with a second factor and one without. */
for (const [locale, hospital, signOut, roles] of [
  ['en-US', undefined, 'Sign out', everyone],
  ['zh-CN', 'Lakeside Clinic', '退出登录', ['Patient', 'Doctor']],
] as const) {
  test(`each demo card leads to the first page of its role, in ${locale}`, async ({ browser }) => {
    const person = await Person.arrive(browser, { locale });
    const { page } = person;
    await page.goto('/sign-in');
    // The browser shows the hospital, not the software.
    await expect(page).toHaveTitle(/ · (Wuzhen Internet Hospital|乌镇互联网医院)$/);
    for (const role of roles) {
      await takeCard(page, role, hospital);
      await expect(page).toHaveURL((url) => url.pathname === homes[role]);
      await expect(page).toHaveTitle(/ · (Wuzhen Internet Hospital|湖畔诊所)$/);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await page.getByRole('button', { name: /^(Account|账号)[:：]/ }).click();
      await page.getByRole('menuitem', { name: signOut }).click();
      await expect(page).toHaveURL(/sign-in/);
    }
    expect(person.complaints).toEqual([]);
    await person.leave();
  });
}
