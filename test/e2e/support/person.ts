import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';

export type DemoRole =
  'Patient' | 'Doctor' | 'Pharmacist' | 'Supervising pharmacist' | 'President' | 'Administrator' | 'Dispenser';

const inChinese: Record<DemoRole, string> = {
  Patient: '患者',
  Doctor: '医生',
  Pharmacist: '药师',
  'Supervising pharmacist': '审方药师主管',
  President: '院长',
  Administrator: '管理员',
  Dispenser: '药店发药员',
};

const hospitalInChinese: Record<string, string> = { 'Lakeside Clinic': '湖畔诊所' };

const phone = { width: 390, height: 844 };
const wide = { width: 1440, height: 900 };

/** One person in a browser of their own: no cookie, no storage and no session is shared with anyone else. */
export class Person {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page complained about; a test may assert that it is nothing. */
  readonly complaints: string[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  static async arrive(
    browser: Browser,
    options: { device?: 'phone' | 'wide'; locale?: 'en-US' | 'zh-CN'; worker?: boolean } = {},
  ): Promise<Person> {
    const context = await browser.newContext({
      baseURL: process.env['YUNZHEN_E2E_URL'] ?? '',
      viewport: options.device === 'phone' ? phone : wide,
      hasTouch: options.device === 'phone',
      locale: options.locale ?? 'en-US',
      permissions: ['camera', 'microphone'],
      reducedMotion: 'reduce',
      // Requests that it answers are not seen by a test that stands on the line; who tests the worker itself asks for it.
      serviceWorkers: options.worker ? 'allow' : 'block',
    });
    return new Person(context, await context.newPage());
  }

  /** Signs in by one of the demo cards, as a newcomer would. */
  static async signedIn(
    browser: Browser,
    role: DemoRole,
    options: { device?: 'phone' | 'wide'; locale?: 'en-US' | 'zh-CN'; hospital?: string; worker?: boolean } = {},
  ): Promise<Person> {
    const person = await Person.arrive(browser, options);
    await signIn(person.page, role, options.hospital);
    return person;
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}

/** Signs in by a demo card; the hospital is the first of the list where none is named. */
export async function signIn(page: Page, role: DemoRole, hospital?: string): Promise<void> {
  await page.goto('/sign-in');
  if (hospital) {
    const choice = page.getByRole('combobox', { name: /^(Hospital|医院)/ });
    const named = new RegExp(`^(${hospital}|${hospitalInChinese[hospital]})`);
    await choice.selectOption((await choice.getByRole('option', { name: named }).textContent()) ?? '');
  }
  await page.getByRole('button', { name: new RegExp(`^(${role}|${inChinese[role]})[ 　]`) }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}
