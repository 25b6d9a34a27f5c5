import { doctorOnDuty } from './support/doctor-on-duty.ts';
import { expect } from './support/expect.ts';
import { Person } from './support/person.ts';
import { picture } from './support/pictures.ts';
import { test } from './support/test.ts';

test('a visitor reads a hospital’s public page, finds a doctor and continues to its sign-up or sign-in', async ({
  browser,
}) => {
  const leaveDuty = await doctorOnDuty('Wuzhen Internet Hospital');
  const { page } = await Person.arrive(browser);
  await page.goto('/');
  await expect(page).toHaveURL(/\/hospitals$/);
  await page.getByRole('link', { name: 'Wuzhen Internet Hospital' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Wuzhen Internet Hospital' })).toBeVisible();
  await expect(page).toHaveTitle('Wuzhen Internet Hospital – online visits');
  await picture(page, 'hospital');

  // On a wide screen doctors on duty are shown beside the name; the short list has others.
  const links = await page
    .locator('a[href*="/doctors/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links.length).toBeGreaterThan(3);
  expect(new Set(links).size).toBe(links.length);
  await page.getByRole('button', { name: 'Book an appointment' }).click();
  const first = page.getByRole('region', { name: 'Doctors' }).getByRole('article').first();
  await expect(page.getByRole('heading', { name: 'Doctors', exact: true })).toBeFocused();
  await expect(first).toContainText('Next free time');

  await page.getByRole('button', { name: /Show all \d+ doctors/ }).click();
  await page.getByRole('region', { name: 'Departments' }).getByRole('link', { name: 'Dermatology' }).click();
  const chosen = page.getByRole('combobox', { name: 'Department' }).locator('option:checked');
  await expect(chosen).toHaveText('Dermatology');
  const doctors = page.getByRole('region', { name: 'Doctors' }).getByRole('article');
  await expect(doctors.first()).toContainText('Dermatology');
  for (const doctor of await doctors.all()) await expect(doctor).toContainText('Dermatology');
  // A warning for the reader of an English page.
  await chosen.locator('..').selectOption({ label: 'Cardiology' });
  await expect(doctors.first()).toContainText('Speaks Chinese only');

  await page.getByRole('link', { name: 'See a doctor now' }).click();
  const hospital = page.getByRole('combobox', { name: 'Hospital' });
  await expect(page).toHaveURL(/\/sign-up\?to=/);
  await expect(hospital).toHaveValue('wuzhen');
  const header = page.getByRole('banner');
  await expect(header).toContainText('Wuzhen Internet Hospital');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await expect(hospital).toHaveValue('wuzhen');
  // The header names the chosen hospital.
  await expect(header).toContainText('Wuzhen Internet Hospital');
  await hospital.selectOption('lakeside');
  await expect(header).toContainText('Lakeside Clinic');
  leaveDuty();
});

test('Chinese pages have a gap between a Latin name and the characters beside it', async ({ browser }) => {
  const { page } = await Person.arrive(browser, { locale: 'zh-CN' });
  await page.goto('/hospitals');
  await expect(page.getByRole('link', { name: '乌镇互联网医院' })).toBeVisible();
  const [apart, together] = await page.locator('h1').evaluate((heading) => {
    const text = heading.appendChild(document.createElement('span'));
    text.textContent = 'Brunner暂时';
    const width = () => text.getBoundingClientRect().width;
    const first = width();
    text.style.setProperty('text-autospace', 'no-autospace');
    return [first, width()];
  });
  expect(apart).toBeGreaterThan(together ?? Infinity);
});

test('the server sends title and structured data, which hold until the reader goes on', async ({ browser }) => {
  const { page, context } = await Person.arrive(browser);
  const blocked: string[] = [];
  page.on('console', (message) => message.type() === 'error' && blocked.push(message.text()));
  const html = await (await context.request.get('/hospitals/wuzhen', { headers: { 'accept-language': 'en' } })).text();
  await page.goto('/hospitals/wuzhen');
  await expect(page.getByRole('heading', { level: 1, name: 'Wuzhen Internet Hospital' })).toBeVisible();
  await expect(page).toHaveTitle('Wuzhen Internet Hospital – online visits');
  expect(html).toContain(`<title>${await page.title()}</title>`);
  const data = page.locator('script[type="application/ld+json"]');
  expect(JSON.parse((await data.textContent()) ?? '')).toMatchObject({
    '@type': 'Hospital',
    name: 'Wuzhen Internet Hospital',
  });
  const address = page.locator('link[rel=canonical]');
  await expect(address).toHaveAttribute('href', /\/hospitals\/wuzhen$/);
  // As data the content security policy allows them.
  expect(blocked).toEqual([]);
  await page.getByRole('link', { name: 'Sign in' }).first().click();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(data.or(address)).toHaveCount(0);
});
