import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility.ts';
import { inChinese } from './support/language.ts';
import { pdfsig, readPrintedCode } from './support/paper.ts';
import { Person } from './support/person.ts';
import { giveSecondFactor } from './support/second-factor-steps.ts';
import { admittedVisit, benchPage, doctorArrives, endVisit, patientArrives } from './support/visit-in-call.ts';

const note = (page: Page) => page.getByRole('tabpanel', { name: 'Note' });
const section = (page: Page, name: string) => note(page).getByRole('textbox', { name });
const saved = (page: Page) => expect(note(page).getByTestId('save-state')).toHaveAttribute('data-phase', 'saved');

async function looked(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name);
  await inChinese(page, () => expectAccessible(page, `${name}, in Chinese`));
}

test('a note is written with help, survives reload and lost network, is signed and added to', async ({ browser }) => {
  const visitId = await admittedVisit();
  const doctor = await doctorArrives(browser);
  const { page } = doctor;
  await page.goto(benchPage(visitId));
  await section(page, 'Subjective').fill('Coughs at night.');

  // A template never takes away what was typed.
  await note(page).getByRole('button', { name: 'Template' }).click();
  await expect(page.getByText('For this complaint')).toBeVisible();
  await page.getByRole('menuitem', { name: 'Cough, fever' }).click();
  await expect(section(page, 'Subjective')).toHaveValue(/^Coughs at night\.\nCough since:/);

  // One’s own words by a short trigger.
  await note(page).getByRole('button', { name: 'Snippets' }).click();
  const snippets = page.getByRole('dialog', { name: 'Snippets' });
  await snippets.getByRole('button', { name: 'New snippet' }).click();
  await snippets.getByRole('textbox', { name: 'Trigger' }).fill('.fluids');
  await snippets.getByRole('textbox', { name: 'Text' }).fill('Drink two litres a day.');
  await snippets.getByRole('button', { name: 'Save snippet' }).click();
  await expect(snippets.getByText('.fluids')).toBeVisible();
  await expectAccessible(page, 'snippets');
  await page.keyboard.press('Escape');
  await section(page, 'Assessment').fill('Viral cough.');
  await section(page, 'Plan').fill('');
  await section(page, 'Plan').pressSequentially('Rest. .fluids and sleep');
  await expect(section(page, 'Plan')).toHaveValue('Rest. Drink two litres a day.and sleep');
  await saved(page);
  await looked(page, 'note being written');

  // Without a network every keystroke stays, over a reload too.
  await page.route('**/api/visits/*/note', (route) => route.abort());
  await section(page, 'Objective').fill('Breathes calmly.');
  await expect(note(page).getByTestId('save-state')).toHaveAttribute('data-phase', 'away');
  const kept = await page.evaluate(() => Object.entries(localStorage).filter(([name]) => name.includes('draft')));
  expect(kept.length).toBeGreaterThan(0);
  expect(JSON.stringify(kept)).not.toContain('calmly');
  await page.unroute('**/api/visits/*/note');
  await page.reload();
  await expect(section(page, 'Objective')).toHaveValue('Breathes calmly.');
  await saved(page);

  await note(page).getByRole('button', { name: 'Versions' }).click();
  const versions = page.getByRole('dialog', { name: 'Versions' });
  await versions.getByRole('button', { name: /^Version 1/ }).click();
  await versions.getByRole('switch', { name: 'Compare with the text of now' }).click();
  await expect(versions.locator('mark').first()).toBeVisible();
  await expectAccessible(page, 'versions of a note');
  await page.keyboard.press('Escape');

  await note(page).getByRole('button', { name: 'Sign note' }).click();
  const signing = page.getByRole('dialog', { name: 'Sign the note?' });
  await giveSecondFactor(signing);
  await signing.getByRole('button', { name: 'Sign note' }).click();
  await expect(note(page).getByTestId('note-signature')).toContainText('matches this text');
  await note(page).getByRole('button', { name: 'Add to the note' }).click();
  await note(page).getByRole('textbox', { name: 'Addendum' }).fill('Called back: better.');
  await note(page).getByRole('button', { name: 'Sign addendum' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign addendum' }).click();
  await expect(note(page).getByTestId('addenda')).toContainText('Called back: better.');
  await looked(page, 'signed note with an addendum');
  expect(doctor.complaints).toEqual([]);
  await doctor.leave();
  await endVisit(visitId);
});

test('a sick note reaches the patient’s phone, is genuine for a stranger, and is honest once taken back', async ({
  browser,
}) => {
  const visitId = await admittedVisit();
  const [doctor, patient] = await Promise.all([doctorArrives(browser), patientArrives(browser)]);
  const { page } = doctor;
  await page.goto(benchPage(visitId));
  await page.getByRole('tab', { name: 'Documents' }).click();
  const documents = page.getByRole('tabpanel', { name: 'Documents' });
  await documents.getByRole('button', { name: 'New document' }).click();
  await page.getByRole('menuitem', { name: 'Sick note' }).click();
  const from = await documents.getByLabel('First day').inputValue();
  await documents.getByRole('button', { name: 'Sign document' }).click();
  const signing = page.getByRole('dialog', { name: 'Sign the Sick note?' });
  await giveSecondFactor(signing);
  await signing.getByRole('button', { name: 'Sign document' }).click();
  await expect(documents.getByLabel('Last day')).toBeFocused();
  await documents.getByLabel('Last day').fill(from);
  await expect(documents.getByText('1 day', { exact: true })).toBeVisible();
  await looked(page, 'draft of a sick note');
  await documents.getByRole('button', { name: 'Sign document' }).click();
  await signing.getByRole('button', { name: 'Sign document' }).click();
  await expect(documents.getByRole('button', { name: 'Open PDF A5' })).toBeVisible();
  await looked(page, 'signed sick note');

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
  await looked(stranger.page, 'check of a genuine sick note');
  await looked(patient.page, 'documents of a visit on a phone');

  await documents.getByRole('button', { name: 'Take back' }).click();
  const revoking = page.getByRole('dialog', { name: 'Take this document back?' });
  await revoking.getByRole('textbox', { name: 'Reason' }).fill('Wrong day.');
  await revoking.getByRole('button', { name: 'Take back' }).click();
  await expect(mine.getByText('It is not valid any more.')).toBeVisible();
  await expect(mine.getByRole('button', { name: 'Save: Sick note' })).toHaveCount(0);
  await expectAccessible(patient.page, 'a document that was taken back');

  await stranger.page.getByRole('button', { name: 'Check again' }).click();
  await expect(stranger.page.getByRole('heading', { name: 'Taken back' })).toBeVisible();
  expect([...doctor.complaints, ...patient.complaints, ...stranger.complaints]).toEqual([]);
  await Promise.all([doctor.leave(), patient.leave(), stranger.leave()]);
  await endVisit(visitId);
});
