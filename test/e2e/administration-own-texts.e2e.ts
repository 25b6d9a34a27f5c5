import { expectAccessibleInEach } from './support/accessibility.ts';
import { expect } from './support/expect.ts';
import { startInstallation } from './support/installation.ts';
import { arrivesAs, newPatient } from './support/new-patient.ts';
import { outsider } from './support/outsider.ts';
import { ownInstallation } from './support/own-installation.ts';
import { Person } from './support/person.ts';
import { giveSecondFactor } from './support/second-factor-steps.ts';
import { test } from './support/test.ts';
import { publishConsentDraft, saveConsentDraft } from '../../shared/src/administration/consent-texts.contract.ts';

// New texts of a hospital concern every patient of it. One installation for both tests.
test.describe.configure({ mode: 'default' });
ownInstallation(() => startInstallation());

test('an administrator begins with the standard text and publishes a version of the hospital', async ({ browser }) => {
  const boss = await Person.signedIn(browser, 'Administrator', { at: '/consent-texts/complaints' });
  const { page } = boss;
  await expect(page.getByText('The standard text is in force')).toBeVisible();
  await page.getByRole('button', { name: 'Create draft' }).click();
  const heading = page.getByRole('textbox', { name: /^Heading.*English/ });
  await expect(heading).toHaveValue('Complaints');
  await heading.fill('Complaints and praise');
  const label = `own-${Date.now()}`;
  await page.getByRole('textbox', { name: 'Version' }).fill(label);
  await expectAccessibleInEach(page, 'a version of the complaints page that is being written');
  await giveSecondFactor(page.getByRole('main'));
  await page.getByRole('button', { name: 'Publish version' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish version' }).click();
  await expect(page.getByRole('table').getByText(label)).toBeVisible();
  await expect(page.getByText('The standard text is in force')).toBeHidden();
  await page.getByRole('link', { name: 'Open the public page' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Complaints and praise' })).toBeVisible();
  await expect(page.getByText(`Version ${label}.`)).toBeVisible();
  await boss.leave();
});

test('a patient is asked to agree to new terms at the next page, and the security page shows what and when', async ({
  browser,
}) => {
  const known = await newPatient('lakeside');
  const office = await outsider('lakeside', 'admin@lakeside.demo.test');
  const query = { kind: 'terms' } as const;
  const wording = (title: string) => ({ title, paragraphs: ['Be kind.'] });
  const body = { en: wording('New terms'), 'zh-CN': wording('新协议') };
  const { version } = await office.ok(saveConsentDraft, { query, version: 0, body });
  const publication = { label: '2027-01', validFrom: new Date().toISOString() };
  await office.ok(publishConsentDraft, { query, version, body: publication });

  const person = await arrivesAs(browser, known, { at: null });
  const { page } = person;
  await page.goto('/record');
  await expect(page.getByRole('heading', { level: 1, name: 'Please agree to the new version' })).toBeVisible();
  const main = page.getByRole('main');
  await expect(main.getByRole('link', { name: /^Privacy notice/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Agree and continue' }).click();
  const agreement = page.getByRole('checkbox', { name: /^I have read the terms of use/ });
  await expect(agreement).toBeFocused();
  await expect(page.getByText('Tick this box to continue.')).toBeVisible();
  await expectAccessibleInEach(page, 'new terms that wait for agreement');
  await page.goto('/account/closing');
  await expect(page.getByRole('heading', { level: 1, name: 'Close account' })).toBeVisible();
  // The page asks whether another tab has agreed already. That answer may come after the tick and leaves it.
  let answer = () => {};
  const ticked = new Promise<void>((done) => (answer = done));
  await page.route('**/api/account', async (call) => {
    await ticked;
    await call.continue();
  });
  await page.goto('/record');
  await agreement.check();
  const asked = page.waitForResponse('**/api/account');
  answer();
  await asked;
  await expect(agreement).toBeChecked();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Agree and continue' }).click();
  await expect(page).toHaveURL((url) => url.pathname === '/record');

  await page.goto('/account/protection');
  const given = page.getByRole('region', { name: 'What you agreed to' });
  await expect(given.getByRole('listitem')).toHaveCount(3);
  await expect(given.getByRole('listitem').first()).toContainText('Version 2027-01');
  await expectAccessibleInEach(page, 'what a patient agreed to');
  await given.getByRole('link', { name: 'Terms of use' }).last().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Terms of use' })).toBeVisible();
  await person.leave();
});
