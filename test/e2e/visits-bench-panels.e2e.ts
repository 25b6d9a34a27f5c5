import type { Locator, Page } from '@playwright/test';
import { diagnose } from './support/doctor-steps.ts';
import { expect } from './support/expect.ts';
import { test } from './support/test.ts';
import { endVisit, twoInCall } from './support/visit-in-call.ts';

const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

/** Returns which of the parts, by test id, are not visible on top in their middle, or are dimmed by an overlay over the page. */
function outOfSight(page: Page, parts: readonly string[]): Promise<string[]> {
  return page.evaluate((ids) => {
    // The layer of notices is always open, and covers nothing without one.
    const dimmed = document.querySelector('.kit-backdrop, dialog:modal, :popover-open:not([aria-live])') !== null;
    const isInSight = (element: Element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const topmost = document.elementFromPoint(left + width / 2, top + height / 2);
      const frame = element.closest('[data-testid="call-stage"] > div') ?? element;
      const whole = top >= 0 && left >= 0 && top + height <= innerHeight && left + width <= innerWidth;
      return whole && frame.contains(topmost) && topmost?.closest('[role="dialog"]') === null;
    };
    return ids.filter((id) => {
      const element = document.querySelector(`[data-testid="${id}"]`);
      return dimmed || !element || !isInSight(element);
    });
  }, parts);
}

/** Opens a panel, expects the patient and the allergies to stay visible, and closes it with Escape. */
async function besideThePatient(page: Page, opener: Locator, what: string | RegExp): Promise<void> {
  const panel = page.getByRole('dialog', { name: what });
  await opener.press('Enter');
  await expect(panel).toBeVisible();
  const hasFocus = () => panel.evaluate((element) => element.contains(document.activeElement));
  await expect.poll(hasFocus, 'focus moves in').toBe(true);
  await expect.poll(() => outOfSight(page, ['remote-picture', 'allergy-sign']), `beside ${String(what)}`).toEqual([]);
  const width = page.viewportSize()?.width ?? 0;
  if (width < 400) await expect.poll(() => panel.boundingBox()).toMatchObject({ x: 0, width });
  await expect(panel).toBeInViewport({ ratio: 0.99 });
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(opener).toBeFocused();
}

test('every panel of the bench leaves the patient and the allergies visible, on a desktop and on a phone', async ({
  browser,
}) => {
  const { visitId, patient, doctor } = await twoInCall(browser);
  const { page } = doctor;
  const button = (name: string, within: Page | Locator = page) => within.getByRole('button', { name, exact: true });
  const part = (name: string) => page.getByRole('tabpanel', { name });
  await diagnose(page);
  await page.getByRole('tab', { name: 'Note' }).click();
  for (const section of ['Assessment', 'Plan'])
    await part('Note').getByRole('textbox', { name: section }).fill('Rest.');
  await expect(part('Note').getByTestId('save-state')).toHaveAttribute('data-phase', 'saved');
  await page.getByRole('tab', { name: 'Prescription' }).click();
  await page.getByRole('combobox', { name: 'Add medicine' }).fill('paracetamol');
  await page
    .getByRole('option', { name: /^Paracetamol tablet/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: 'Quick entry' }).fill('1 tab tid 3d');
  await page.getByRole('textbox', { name: 'Quick entry' }).press('Enter');
  await expect(button('Sign prescription')).toBeEnabled();
  await page.getByRole('tab', { name: 'Documents' }).click();
  await button('New document', part('Documents')).click();
  await page.getByRole('menuitem').first().click();
  await expect(page.getByTestId('document-editor')).toBeVisible();
  await button('1 day', page.getByTestId('document-editor')).click();

  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const [name, title] of [
      ['Keyboard shortcuts', 'Keyboard shortcuts'],
      ['Commands', 'Commands'],
      ['Refer to in-person care', /./],
      ['Hand over', /./],
    ] as const)
      await besideThePatient(page, button(name), title);
    for (const id of ['call-more', 'call-line']) await besideThePatient(page, page.getByTestId(id), /./);
    await page.getByTestId('call-more').press('Enter');
    await page.getByTestId('call-people').press('Enter');
    await expect(page.getByRole('dialog', { name: 'People in the call' })).toBeVisible();
    await expect.poll(() => outOfSight(page, ['remote-picture'])).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('call-more')).toBeFocused();

    if (size.width < 400) await page.getByRole('tab', { name: 'Patient' }).click();
    for (const name of ['Add allergy', 'Add measurement', 'Record pregnancy'])
      await besideThePatient(page, button(name, page.getByTestId('patient-facts')), name);
    await page.getByRole('tab', { name: 'Note' }).click();
    for (const [name, title] of [
      ['Snippets', /./],
      ['Versions', /./],
      ['Sign note', 'Sign the note?'],
    ] as const)
      await besideThePatient(page, button(name, part('Note')), title);
    await page.getByRole('tab', { name: 'Prescription' }).click();
    for (const name of ['Reorder', 'Templates', 'Discard draft', 'Sign prescription'])
      await besideThePatient(page, button(name, part('Prescription')), /./);
    await page.getByRole('tab', { name: 'Documents' }).click();
    for (const name of ['Discard draft', 'Sign document'])
      await besideThePatient(page, button(name, part('Documents')), /./);
  }
  expect([...patient.complaints, ...doctor.complaints]).toEqual([]);
  await endVisit(visitId);
  await Promise.all([patient.leave(), doctor.leave()]);
});
