import type { Page } from '@playwright/test';
import type { NoteForm } from '../../../shared/src/administration/setting-limits.ts';
import { noteSections, type NoteSection } from '../../../shared/src/chart/note.ts';
import { expect } from './expect.ts';
import { giveSecondFactor } from './second-factor-steps.ts';

/** The row of the waiting patient with this name. */
export const waitingRow = (page: Page, name: string) => page.getByTestId('waiting-patient').filter({ hasText: name });

/** Admits the named patient from the queue and waits for the bench. */
export async function admit(page: Page, patient: string): Promise<void> {
  await page.goto('/workbench');
  await page.getByRole('button', { name: `Admit ${patient}` }).click();
  await expect(page.getByRole('region', { name: `Video call with ${patient}` })).toBeVisible();
}

/** Labels of the four sections, by the form of the hospital’s notes. */
const labels: Record<NoteForm, Record<NoteSection, string>> = {
  soap: { subjective: 'Subjective', objective: 'Objective', assessment: 'Assessment', plan: 'Plan' },
  outpatient: {
    subjective: 'Chief complaint, present illness, past history',
    objective: 'Physical examination, tests',
    assessment: 'Preliminary diagnosis',
    plan: 'Treatment and advice',
  },
};

const tonsillitis: Record<NoteSection, string> = {
  subjective: 'Sore throat and fever for three days, swallowing hurts. No breathlessness.',
  objective: 'Looks well on video. 38.1 °C measured at home.',
  assessment: 'Acute tonsillitis, probably viral.',
  plan: 'Rest, fluids, paracetamol. Come back if the fever lasts beyond three days.',
};

export async function writeAndSignNote(page: Page, form: NoteForm = 'soap'): Promise<void> {
  await page.getByRole('tab', { name: 'Note' }).click();
  for (const section of noteSections)
    await page.getByRole('textbox', { name: labels[form][section] }).fill(tonsillitis[section]);
  await expect(page.getByRole('tabpanel', { name: 'Note' }).getByTestId('save-state')).toHaveAttribute(
    'data-phase',
    'saved',
  );
  await page.getByRole('tabpanel', { name: 'Note' }).getByRole('button', { name: 'Sign note' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign the note?' });
  await giveSecondFactor(dialog);
  await dialog.getByRole('button', { name: 'Sign note' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Note' })).toContainText('The note cannot be changed.');
}

export async function diagnose(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Diagnosis' }).click();
  await page.getByRole('combobox', { name: 'Add a diagnosis' }).fill('tonsilitis');
  await page.getByRole('option', { name: /Acute tonsillitis, unspecified/ }).click();
  await expect(page.getByTestId('diagnosis')).toHaveCount(1);
}

/** States that the visit follows up its diagnosis, with the first evidence. */
export async function stateFollowUp(page: Page): Promise<void> {
  const basis = page.getByTestId('visit-basis');
  await basis.getByRole('combobox', { name: /^Evidence for/ }).selectOption({ index: 1 });
  await basis.getByRole('button', { name: 'Mark as follow-up' }).click();
  await expect(basis.getByTestId('basis-stated')).toContainText('Acute tonsillitis');
}

async function choose(page: Page, words: string, option: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: 'Add medicine' }).fill(words);
  await page.getByRole('option', { name: option }).first().click();
}

/** Tries a medicine that the patient is allergic to, reads the alert, and prescribes another one. */
export async function prescribe(page: Page, onAlert: () => Promise<void>): Promise<void> {
  await page.getByRole('tab', { name: 'Prescription' }).click();
  await choose(page, 'amoxicillin', /^Amoxicillin capsule/);
  await page.getByRole('group', { name: 'Usual' }).getByRole('button').first().click();
  await expect(page.getByTestId('safety-issue').filter({ hasText: 'Contraindicated' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign prescription' })).toBeDisabled();
  await onAlert();
  await page.getByRole('button', { name: 'Remove Amoxicillin capsule' }).click();
  await prescribeParacetamol(page);
}

/** Adds nine tablets of paracetamol to the open prescription. */
export async function prescribeParacetamol(page: Page): Promise<void> {
  await choose(page, 'paracetamol', /^Paracetamol tablet/);
  await page.getByRole('textbox', { name: 'Dose' }).fill('1');
  await page.getByRole('combobox', { name: 'Frequency' }).click();
  await page.getByRole('option', { name: 'Three times a day' }).click();
  await page.getByRole('textbox', { name: 'Days' }).fill('3');
  await expect(page.getByRole('textbox', { name: /^Quantity/ })).toHaveValue('9');
  await expect(page.getByText('Take 1 tablet by mouth 3 times a day for 3 days.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign prescription' })).toBeEnabled();
}

export async function signPrescription(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign prescription' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign the prescription' });
  await giveSecondFactor(dialog);
  // Unchecked items must be confirmed first.
  const read = dialog.getByRole('checkbox', { name: 'I have reviewed the items that were not checked' });
  if (await read.isVisible()) await read.click();
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(dialog).toBeHidden();
}

export async function completeVisit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Complete visit' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Complete visit' }).click();
  await expect(page).toHaveURL(/\/workbench$/);
}
