import { expectAccessibleInEach } from './support/accessibility.ts';
import { doctorOnDuty } from './support/doctor-on-duty.ts';
import { expect } from './support/expect.ts';
import { Person } from './support/person.ts';
import { test } from './support/test.ts';

test('a stranger reads about a doctor and goes on to sign in for a visit with them', async ({ browser }) => {
  const { page } = await Person.arrive(browser);
  await page.goto('/hospitals/wuzhen');
  await expectAccessibleInEach(page, 'a hospital with drawn doctors');
  // The short list begins with doctors who are connected and free soonest: not always with her.
  await page.getByRole('button', { name: /Show all \d+ doctors/ }).click();
  await page.getByRole('region', { name: 'Doctors' }).getByRole('link', { name: 'Wang Jingyi' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Wang Jingyi/ })).toBeFocused();
  await expect(page).toHaveTitle('Wang Jingyi – Wuzhen Internet Hospital');
  const profile = page.getByRole('article');
  for (const text of ['Associate Chief Physician', 'General practitioner for fourteen years', 'Chinese', 'D1'])
    await expect(profile).toContainText(text);
  const portrait = profile.locator('img');
  await expect.poll(() => portrait.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(384);
  await page.reload();
  await expect(page).toHaveTitle('Wang Jingyi – Wuzhen Internet Hospital');
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(data ?? '')).toMatchObject({ '@type': 'Physician', name: 'Wang Jingyi' });
  await expectAccessibleInEach(page, 'the page of a doctor');
  await page
    .getByRole('link', { name: /^(See this doctor now|Book an appointment)$/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/sign-in\?to=/);
});

test('a doctor who may only advise says so before the choice, and an unknown doctor is not listed', async ({
  browser,
}) => {
  const stranger = await Person.arrive(browser, { device: 'phone' });
  const { page } = stranger;
  await page.goto('/hospitals/wuzhen');
  await page.getByRole('button', { name: /Show all \d+ doctors/ }).click();
  await page.getByRole('link', { name: 'Sun Xiaotong' }).click();
  await expect(page.getByText('Advice only, cannot prescribe')).toBeVisible();
  await expectAccessibleInEach(page, 'the page of a doctor who only advises');
  await page.goto('/hospitals/wuzhen/doctors/00000000-0000-7000-8000-000000000000');
  await expect(page.getByText('This doctor is not listed')).toBeVisible();
  await stranger.leave();

  const leaveDuty = await doctorOnDuty('Wuzhen Internet Hospital');
  const patient = await Person.signedIn(browser, 'Patient', { device: 'phone', at: '/departments' });
  await patient.page.getByRole('link', { name: /^General Practice/ }).click();
  const card = patient.page.getByRole('article').filter({ hasText: 'Sun Xiaotong' });
  await expect(card).toContainText('Advice only, cannot prescribe');
  await expect(card.locator('img')).toBeVisible();
  await expectAccessibleInEach(patient.page, 'doctors with portraits to choose from');
  await patient.page.getByRole('link', { name: /^Next available doctor/ }).click();
  await expect(patient.page.getByText('A new condition gets advice only')).toBeVisible();
  await expectAccessibleInEach(patient.page, 'what cannot be prescribed, before the visit');
  await patient.leave();
  leaveDuty();
});
