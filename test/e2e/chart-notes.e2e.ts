import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { chromiumArgs, chromiumPath } from './support/chromium.ts';
import { expect } from './support/expect.ts';
import { pdfsig, readPrintedCode } from './support/paper.ts';
import { impatient, Person, shorten, signIn } from './support/person.ts';
import { giveSecondFactor } from './support/second-factor-steps.ts';
import { test } from './support/test.ts';
import {
  admittedVisit,
  benchPage,
  doctorArrives,
  endVisit,
  hospital,
  patientArrives,
} from './support/visit-in-call.ts';

const note = (page: Page) => page.getByRole('tabpanel', { name: 'Note' });
const section = (page: Page, name: string) => note(page).getByRole('textbox', { name });
const saved = (page: Page) => expect(note(page).getByTestId('save-state')).toHaveAttribute('data-phase', 'saved');

/** Returns the drafts stored in this browser, with each byte as a character. */
const keptDrafts = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('yunzhen.drafts');
        opening.onerror = () => reject(opening.error ?? new Error('database not found'));
        opening.onsuccess = () => {
          const texts = opening.result.transaction('texts').objectStore('texts').getAll();
          texts.onsuccess = () => {
            opening.result.close();
            resolve((texts.result as Uint8Array[]).map((bytes) => String.fromCharCode(...bytes)));
          };
        };
      }),
  );

test('a note is written with templates and snippets, survives a reload and a lost network, is signed and gets an addendum', async ({
  browser,
}) => {
  const visitId = await admittedVisit();
  const doctor = await doctorArrives(browser, { at: benchPage(visitId), timeouts: impatient });
  const { page } = doctor;
  await section(page, 'Subjective').fill('Coughs at night.');

  // A template never overwrites typed text.
  await note(page).getByRole('button', { name: 'Template' }).click();
  await expect(page.getByText('For this complaint')).toBeVisible();
  await page.getByRole('menuitem', { name: 'Cough, fever' }).click();
  await expect(section(page, 'Subjective')).toHaveValue(/^Coughs at night\.\nCough since: \*\*\*;/);
  // Tab moves from blank to blank, also into the next section, and typing replaces them.
  await page.keyboard.type('Monday');
  await page.keyboard.press('Tab');
  await page.keyboard.type('dry');
  await expect(section(page, 'Subjective')).toHaveValue(
    /^Coughs at night\.\nCough since: Monday; dry \/ sputum: dry\n/,
  );

  // A snippet expands from a short trigger.
  await note(page).getByRole('button', { name: 'Snippets' }).click();
  const snippets = page.getByRole('dialog', { name: 'Snippets' });
  await snippets.getByRole('button', { name: 'New snippet' }).click();
  const trigger = `.fluids${String(Date.now()).slice(-6)}`;
  await snippets.getByRole('textbox', { name: 'Trigger' }).fill(trigger);
  await snippets.getByRole('textbox', { name: 'Text' }).fill('Drink two litres a day.');
  await snippets.getByRole('button', { name: 'Save snippet' }).click();
  await expect(snippets.getByText(trigger)).toBeVisible();
  await expectAccessibleInEach(page, 'snippets');
  // Deleting asks first.
  await snippets.getByRole('button', { name: `Delete ${trigger}` }).click();
  const deleting = page.getByRole('dialog', { name: `Delete ${trigger}?` });
  await expect(deleting).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(deleting).toBeHidden();
  await expect(snippets.getByText(trigger)).toBeVisible();
  await page.keyboard.press('Escape');
  await section(page, 'Assessment').fill('Viral cough.');
  await section(page, 'Plan').fill('');
  await section(page, 'Plan').pressSequentially(`Rest. ${trigger} and sleep`);
  await expect(section(page, 'Plan')).toHaveValue('Rest. Drink two litres a day.and sleep');
  await saved(page);
  await expectAccessibleInEach(page, 'note being written');

  // Without a network all typed text is kept, also over a reload.
  await page.route('**/api/visits/*/note', (route) => route.abort());
  await section(page, 'Objective').fill('Breathes calmly.');
  await expect(note(page).getByTestId('save-state')).toHaveAttribute('data-phase', 'away');
  const kept = await keptDrafts(page);
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.join()).not.toContain('calmly');
  await page.unroute('**/api/visits/*/note');
  await page.reload();
  await expect(section(page, 'Objective')).toHaveValue('Breathes calmly.');
  await saved(page);

  await note(page).getByRole('button', { name: 'Versions' }).click();
  const versions = page.getByRole('dialog', { name: 'Versions' });
  await versions.getByRole('button', { name: /^Version 1/ }).click();
  await versions.getByRole('switch', { name: 'Compare with the current text' }).click();
  await expect(versions.locator('mark').first()).toBeVisible();
  await expectAccessibleInEach(page, 'versions of a note');
  await page.keyboard.press('Escape');

  await note(page).getByRole('button', { name: 'Sign note' }).click();
  const signing = page.getByRole('dialog', { name: 'Sign the note?' });
  await expect(signing.getByTestId('blanks-left')).toContainText('Highest temperature, chills');
  await expectAccessibleInEach(page, 'blanks of a note to be signed');
  await giveSecondFactor(signing);
  await signing.getByRole('button', { name: 'Sign note' }).click();
  await expect(note(page).getByTestId('note-signature')).toContainText('is valid for this text');
  await expect(note(page).getByTestId('note-text')).not.toContainText('chills');
  await expect(note(page).getByTestId('note-text')).toContainText('Cough since: Monday; dry / sputum: dry');
  await note(page).getByRole('button', { name: 'Add addendum' }).click();
  await note(page).getByRole('textbox', { name: 'Addendum' }).fill('Called back: better.');
  await note(page).getByRole('button', { name: 'Sign addendum' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign addendum' }).click();
  await expect(note(page).getByTestId('addenda')).toContainText('Called back: better.');
  await expectAccessibleInEach(page, 'signed note with an addendum');
  expect(doctor.complaints).toEqual([]);
  await doctor.leave();
  await endVisit(visitId);
});

test('a note written in two windows at once shows both texts and saves nothing before the doctor decides', async ({
  browser,
}) => {
  const visitId = await admittedVisit();
  const [mine, other] = await Promise.all([
    doctorArrives(browser, { at: benchPage(visitId), timeouts: impatient }),
    doctorArrives(browser, { at: null }),
  ]);
  await section(mine.page, 'Plan').fill('Rest.');
  await saved(mine.page);
  await other.page.goto(benchPage(visitId));
  await expect(section(other.page, 'Plan')).toHaveValue('Rest.');

  await mine.page.route('**/api/visits/*/note', (route) => route.abort());
  await section(mine.page, 'Plan').fill('Rest and two litres a day.');
  await expect(note(mine.page).getByTestId('save-state')).toHaveAttribute('data-phase', 'away');
  await section(other.page, 'Plan').fill('Rest and honey.');
  await saved(other.page);
  await mine.page.unroute('**/api/visits/*/note');
  // Dispatches the browser’s event; the page may have retried already.
  await mine.page.evaluate(() => window.dispatchEvent(new Event('online')));

  const difference = mine.page.getByRole('dialog', { name: 'The note was changed elsewhere' });
  await expect(difference.getByText('Both changed this')).toBeVisible();
  await expect(difference.getByText('honey').first()).toBeVisible();
  await expect(difference.getByText('two litres').first()).toBeVisible();
  await expectAccessibleInEach(mine.page, 'difference of a note');
  // “Decide later” overwrites neither text.
  await difference.getByRole('button', { name: 'Decide later' }).click();
  await expect(section(mine.page, 'Plan')).toHaveValue('Rest and two litres a day.');
  await expect(section(other.page, 'Plan')).toHaveValue('Rest and honey.');
  await note(mine.page).getByRole('button', { name: 'Compare' }).click();
  const result = difference.getByRole('textbox', { name: 'What will be saved: Plan' });
  await result.fill('Rest, honey, two litres a day.');
  await difference.getByRole('button', { name: 'Save this' }).click();
  await saved(mine.page);
  await other.page.reload();
  await expect(section(other.page, 'Plan')).toHaveValue('Rest, honey, two litres a day.');
  expect([...mine.complaints, ...other.complaints]).toEqual([]);
  await Promise.all([mine.leave(), other.leave()]);
  await endVisit(visitId);
});

test('text typed without a network survives a crash of the browser', async () => {
  const visitId = await admittedVisit();
  const profile = await mkdtemp(join(tmpdir(), 'profile-'));
  const open = async () => {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: chromiumPath,
      args: chromiumArgs(),
      baseURL: process.env['YUNZHEN_E2E_URL'] ?? '',
      locale: 'en-US',
      serviceWorkers: 'block',
    });
    await shorten(context, impatient);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto('/workbench');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // The browser decides whether the session was on disk before the crash.
    if (page.url().includes('/sign-in')) await signIn(page, 'Doctor', hospital);
    await page.goto(benchPage(visitId));
    await expect(section(page, 'Subjective')).toBeVisible();
    return { context, page };
  };
  const first = await open();
  await section(first.page, 'Subjective').fill('Coughs at night.');
  await saved(first.page);
  await first.page.route('**/api/visits/*/note', (route) => route.abort());
  await section(first.page, 'Objective').pressSequentially('Breathes calmly, no stridor.');
  await expect(note(first.page).getByTestId('save-state')).toHaveAttribute('data-phase', 'away');
  const devtools = await first.context.newCDPSession(first.page);
  const gone = first.context.waitForEvent('close');
  await Promise.all([gone, devtools.send('Browser.crash').catch(() => undefined)]);

  const { context, page } = await open();
  await expect(section(page, 'Objective')).toHaveValue('Breathes calmly, no stridor.');
  await saved(page);
  await context.close();
  await rm(profile, { recursive: true, force: true });
  await endVisit(visitId);
});

test('a sick note reaches the patient’s phone, verifies for a third party, and is shown as withdrawn afterwards', async ({
  browser,
}) => {
  const visitId = await admittedVisit();
  const [doctor, patient] = await Promise.all([
    doctorArrives(browser, { at: benchPage(visitId) }),
    patientArrives(browser, { at: null }),
  ]);
  const { page } = doctor;
  await page.getByRole('tab', { name: 'Documents' }).click();
  const documents = page.getByRole('tabpanel', { name: 'Documents' });
  await documents.getByRole('button', { name: 'New document' }).click();
  await page.getByRole('menuitem', { name: 'Sick note' }).click();
  const from = await documents.getByLabel('First day').inputValue();
  // What is missing is marked before anything opens.
  await documents.getByRole('button', { name: 'Sign document' }).click();
  await expect(documents.getByLabel('Last day')).toBeFocused();
  await documents.getByRole('button', { name: '3 days' }).click();
  await documents.getByRole('button', { name: '1 day', exact: true }).click();
  await expect(documents.getByLabel('Last day')).toHaveValue(from);
  await expectAccessibleInEach(page, 'draft of a sick note');
  await documents.getByRole('button', { name: 'Sign document' }).click();
  const signing = page.getByRole('dialog', { name: 'Sign the sick note?' });
  await giveSecondFactor(signing);
  await signing.getByRole('button', { name: 'Sign document' }).click();
  await expect(documents.getByRole('button', { name: 'Open PDF A5' })).toBeVisible();
  await expect(documents.getByRole('listitem').filter({ hasText: 'Sick note' })).toBeFocused();
  await expectAccessibleInEach(page, 'signed sick note');

  await patient.page.goto(`/visits/${visitId}`);
  const mine = patient.page.getByTestId('visit-documents');
  const file = patient.page.waitForEvent('download');
  await mine.getByRole('button', { name: 'Save: Sick note' }).click();
  const folder = await mkdtemp(join(tmpdir(), 'sick-note-'));
  const paper = join(folder, 'sick-note.pdf');
  expect((await file).suggestedFilename()).toMatch(/^S\d{8}-\w{6}\.pdf$/);
  await (await file).saveAs(paper);
  expect(await pdfsig(paper)).toContain('Signature is Valid');
  const { pathname, hash } = new URL(await readPrintedCode(paper, folder));
  await rm(folder, { recursive: true });
  const stranger = await Person.arrive(browser, { device: 'phone' });
  await stranger.page.goto(`${pathname}${hash}`);
  await expect(stranger.page.getByRole('heading', { name: 'Genuine' })).toBeVisible();
  await expectAccessibleInEach(stranger.page, 'check of a genuine sick note');
  await expectAccessibleInEach(patient.page, 'documents of a visit on a phone');

  await documents.getByRole('button', { name: 'Revoke' }).click();
  const revoking = page.getByRole('dialog', { name: 'Revoke this document?' });
  await revoking.getByRole('textbox', { name: 'Reason' }).fill('Wrong day.');
  await revoking.getByRole('button', { name: 'Revoke' }).click();
  await expect(mine.getByText('It is no longer valid.')).toBeVisible();
  await expect(mine.getByRole('button', { name: 'Save: Sick note' })).toHaveCount(0);
  await expectAccessibleInEach(patient.page, 'a document that was taken back');

  await stranger.page.getByRole('button', { name: 'Check again' }).click();
  await expect(stranger.page.getByRole('heading', { name: 'Revoked' })).toBeVisible();
  expect([...doctor.complaints, ...patient.complaints, ...stranger.complaints]).toEqual([]);
  await Promise.all([doctor.leave(), patient.leave(), stranger.leave()]);
  await endVisit(visitId);
});
