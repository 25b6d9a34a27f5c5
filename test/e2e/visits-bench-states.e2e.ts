import type { Locator, Page } from '@playwright/test';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { expect } from './support/expect.ts';
import { screens } from './support/screens.ts';
import { test } from './support/test.ts';
import { admittedVisit, benchPage, doctorArrives, endVisit } from './support/visit-in-call.ts';

/** Opens something over the bench, checks it in both languages, and closes it by keyboard, back to the previous focus. */
async function lookedAt(page: Page, name: string, open: () => Promise<unknown>, what: Locator): Promise<void> {
  await open();
  await expect(what.first()).toBeVisible();
  await expect(what.first().locator('[aria-busy="true"]')).toHaveCount(0);
  await expectAccessibleInEach(page, name, '[role=dialog], [role=menu], [role=listbox]');
  await page.keyboard.press('Escape');
  await expect(what).toHaveCount(0);
}

/** A notice covers the allergies on no screen, and is dismissed. */
async function expectAllergiesInView(page: Page): Promise<void> {
  const notice = page.getByTestId('notice');
  const close = notice.getByRole('button');
  // A notice with the focus stays.
  await close.focus();
  const wide = page.viewportSize() ?? screens.wide;
  for (const size of [screens.phone, wide]) {
    await page.setViewportSize(size);
    const sign = await page.getByTestId('allergy-sign').boundingBox();
    const cover = await notice.boundingBox();
    expect((cover?.y ?? 0) - (sign?.y ?? Infinity)).toBeGreaterThan(sign?.height ?? 0);
  }
  await close.press('Enter');
  await expect(notice).toHaveCount(0);
}

test('everything that opens over the bench is accessible in both languages, and Escape leads back', async ({
  browser,
}) => {
  const visitId = await admittedVisit();
  const { page, complaints, context } = await doctorArrives(browser, { at: benchPage(visitId) });
  const dialog = page.getByRole('dialog');
  const facts = page.getByTestId('patient-facts');
  const note = page.getByRole('tabpanel', { name: 'Note' });
  await expect(note.getByRole('textbox', { name: 'Plan' })).toBeVisible();
  // The call is not tested here, and its picture costs time.
  await page.getByTestId('call-leave').click();
  await expectAllergiesInView(page);

  for (const name of ['Add allergy', 'Add measurement', 'Record pregnancy']) {
    const button = facts.getByRole('button', { name });
    await lookedAt(page, name, () => button.press('Enter'), dialog);
    await expect(button).toBeFocused();
  }
  for (const name of ['Keyboard shortcuts', 'Commands']) {
    const button = page.getByRole('button', { name, exact: true });
    await lookedAt(page, name, () => button.press('Enter'), dialog);
  }
  await lookedAt(
    page,
    'templates of a note',
    () => note.getByRole('button', { name: 'Template' }).press('Enter'),
    page.getByRole('menu'),
  );
  for (const part of ['Assessment', 'Plan']) await note.getByRole('textbox', { name: part }).fill('Rest.');
  await lookedAt(page, 'signing a note', () => note.getByRole('button', { name: 'Sign note' }).press('Enter'), dialog);

  await page.getByRole('tab', { name: 'Diagnosis' }).click();
  const diagnosis = page.getByRole('combobox', { name: 'Add a diagnosis' });
  await lookedAt(page, 'diagnoses found', () => diagnosis.fill('tonsillitis'), page.getByRole('option'));

  await page.getByRole('tab', { name: 'Prescription' }).click();
  const medicine = page.getByRole('combobox', { name: 'Add medicine' });
  await lookedAt(page, 'medicines found', () => medicine.fill('paracetamol'), page.getByRole('option'));

  await page.getByRole('tab', { name: 'Documents' }).click();
  const documents = page.getByRole('tabpanel', { name: 'Documents' });
  const menu = page.getByRole('menu');
  const newDocument = documents.getByRole('button', { name: 'New document' });
  await lookedAt(page, 'kinds of documents', () => newDocument.press('Enter'), menu);
  await newDocument.press('Enter');
  await menu.getByRole('menuitem').first().click();
  await documents.getByRole('button', { name: '1 day' }).click();
  // Drawn in the page, under its content security policy.
  await lookedAt(
    page,
    'preview of a document',
    () => documents.getByRole('button', { name: 'Preview' }).press('Enter'),
    page.locator('[data-testid="pdf-pages"]:not([data-drawn="0"])'),
  );
  // The checklist and the key lead to the draft.
  const back = documents.getByRole('button', { name: 'All documents' });
  await back.click();
  await page.getByRole('button', { name: 'Document not signed' }).click();
  await expect(documents.getByRole('button', { name: 'Continue editing' })).toBeFocused();
  await page.getByRole('tab', { name: 'Note' }).click();
  await page.keyboard.press('Alt+o');
  await expect(documents.getByRole('button', { name: 'Continue editing' })).toBeFocused();
  const refer = page.getByRole('button', { name: 'Refer to in-person care' });
  await lookedAt(page, 'referring offline', () => refer.press('Enter'), dialog);
  await expect(refer).toBeFocused();
  expect(complaints).toEqual([]);
  await context.close();
  await endVisit(visitId);
});
