import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect } from './expect.ts';
import type { GivenTimeouts } from '../../../web/src/core/timeouts.ts';
import type { Role } from '../../../shared/src/core/permission.ts';
import { measured, signInStep } from './measured-steps.ts';
import { screens, type Device } from './screens.ts';
import { demoCredentials, startSession, type Credentials } from './session.ts';

export type DemoRole =
  | 'Patient'
  | 'Doctor'
  | 'Pharmacist'
  | 'Supervising pharmacist'
  | 'President'
  | 'Administrator'
  | 'Dispenser'
  | 'Receptionist'
  | 'Head of department';

const inChinese: Record<DemoRole, string> = {
  Patient: '患者',
  Doctor: '医生',
  Pharmacist: '药师',
  'Supervising pharmacist': '审方主管药师',
  President: '院长',
  Administrator: '管理员',
  Dispenser: '药房调配员',
  Receptionist: '前台',
  'Head of department': '科主任',
};

const roles: Record<DemoRole, Role> = {
  Patient: 'patient',
  Doctor: 'doctor',
  Pharmacist: 'pharmacist',
  'Supervising pharmacist': 'supervisor',
  President: 'president',
  Administrator: 'administrator',
  Dispenser: 'dispenser',
  Receptionist: 'receptionist',
  'Head of department': 'department-head',
};

const hospitalInChinese: Record<string, string> = { 'Lakeside Clinic': '湖畔诊所' };

/** For tests with a broken connection: retries at once. */
export const impatient: GivenTimeouts = { 'api.retry': 10 };

export interface Arrival {
  readonly device?: Device;
  readonly locale?: 'en-US' | 'zh-CN';
  readonly worker?: boolean;
  /** Timeouts of the pages that the test would otherwise wait for. */
  readonly timeouts?: GivenTimeouts;
}

export interface SignedInArrival extends Arrival {
  /** The address to open first; the person’s own first page by default, none when null. */
  readonly at?: string | null;
}

/** One person in a browser of their own, without shared cookies, storage or session. */
export class Person {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Console errors of the page; a test may assert that there are none. */
  readonly complaints: string[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  static async arrive(browser: Browser, options: Arrival = {}): Promise<Person> {
    const context = await browser.newContext({
      baseURL: process.env['YUNZHEN_E2E_URL'] ?? '',
      viewport: screens[options.device ?? 'wide'],
      hasTouch: options.device === 'phone',
      locale: options.locale ?? 'en-US',
      permissions: ['camera', 'microphone'],
      reducedMotion: 'reduce',
      // Requests that the service worker answers bypass a test’s interception; tests of the worker enable it.
      serviceWorkers: options.worker ? 'allow' : 'block',
    });
    if (options.timeouts) await shorten(context, options.timeouts);
    return new Person(context, await context.newPage());
  }

  /** Starts with the session of a demo person; sign-in.e2e tests the demo cards themselves. */
  static async signedIn(
    browser: Browser,
    role: DemoRole,
    { hospital, ...options }: SignedInArrival & { hospital?: string } = {},
  ): Promise<Person> {
    return Person.signedInAs(browser, await demoCredentials(roles[role], hospital), options);
  }

  static async signedInAs(
    browser: Browser,
    credentials: Credentials,
    { at = '/', ...options }: SignedInArrival = {},
  ): Promise<Person> {
    const person = await Person.arrive(browser, options);
    await measured(signInStep, () => startSession(person.context, credentials));
    if (at === null) return person;
    await person.page.goto(at);
    await expect(person.page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expect(person.page).not.toHaveURL(/sign-in/);
    return person;
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}

/** Gives every page of the browser these timeouts. */
export async function shorten(context: BrowserContext, timeouts: GivenTimeouts): Promise<void> {
  await context.addInitScript((given) => void Object.assign(globalThis, { yunzhenTimeouts: given }), timeouts);
}

/** Opens the sign-in page and signs in with a demo card of the hospital, by default the first of the list. */
export async function signIn(page: Page, role: DemoRole, hospital?: string): Promise<void> {
  await page.goto('/sign-in');
  await takeCard(page, role, hospital);
}

/** Signs in with a demo card of the sign-in page, which is open. */
export async function takeCard(page: Page, role: DemoRole, hospital?: string): Promise<void> {
  if (hospital) {
    const choice = page.getByRole('combobox', { name: /^(Hospital|医院)/ });
    const named = new RegExp(`^(${hospital}|${hospitalInChinese[hospital]})`);
    await choice.selectOption((await choice.getByRole('option', { name: named }).textContent()) ?? '');
  }
  await page.getByRole('button', { name: new RegExp(`^(${role}|${inChinese[role]})[ 　]`) }).click();
  if (role !== 'Patient') await page.getByRole('button', { name: /^(Use demo code|填入演示验证码)$/ }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}
