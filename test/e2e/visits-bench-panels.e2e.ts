import type { Locator, Page } from '@playwright/test';
import { addMedicationStatement } from '../../shared/src/chart/chart.contract.ts';
import { decideEntry } from '../../shared/src/chart/entry.contract.ts';
import { readVisit } from '../../shared/src/visits/visits.contract.ts';
import { diagnose } from './support/doctor-steps.ts';
import { expect } from './support/expect.ts';
import { outsider } from './support/outsider.ts';
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
  expect(await panel.evaluate((element) => element.contains(document.activeElement)), 'focus moves in').toBe(true);
  await expect.poll(() => outOfSight(page, ['remote-picture', 'allergy-sign']), `beside ${String(what)}`).toEqual([]);
  const width = page.viewportSize()?.width ?? 0;
  if (width < 400) expect(await panel.boundingBox()).toMatchObject({ x: 0, width });
  await expect(panel).toBeInViewport({ ratio: 0.99 });
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(opener).toBeFocused();
}

/** The patient states three medicines, and withdraws the second while the doctor confirms all. */
async function confirmsAllOfThree(page: Page, visitId: string): Promise<void> {
  const patient = await outsider('lakeside', 'patient@lakeside.demo.test');
  const { patient: of } = await patient.ok(readVisit, { params: { visitId } });
  const params = { patientId: of.id };
  const stated: { id: string; text: string }[] = [];
  for (const which of ['first', 'second', 'third']) {
    const body = { text: `My own ${which} remedy ${Date.now()}` };
    stated.push(await patient.ok(addMedicationStatement, { params, body }));
  }
  const [first, second, third] = stated as [(typeof stated)[0], (typeof stated)[0], (typeof stated)[0]];
  const withdraw = (id: string, version: number) =>
    patient.ok(decideEntry, {
      params: { ...params, kind: 'medicine', entryId: id },
      version,
      body: { decision: 'retract', reason: '' },
    });
  const decisions: number[] = [];
  await page.route('**/entries/medicine/*/decision', async (route) => {
    // The list on the page is refetched only after the answer.
    if (route.request().url().includes(first.id)) await withdraw(second.id, 1);
    const answer = await route.fetch();
    if (stated.some(({ id }) => route.request().url().includes(id))) decisions.push(answer.status());
    await route.fulfill({ response: answer });
  });
  const row = (text: string) => page.locator('[data-entry=medicine]').filter({ hasText: text });
  await expect(row(third.text)).toContainText('Stated by the patient');
  await page.getByRole('button', { name: /^Confirm all \d/ }).click();
  await expect(page.getByText('Someone else decided on this entry')).toBeVisible();
  expect(decisions).toEqual([200, 412, 200]);
  await expect(row(second.text)).toHaveCount(0);
  for (const { text } of [first, third]) await expect(row(text)).not.toContainText('Stated by the patient');
  await page.unroute('**/entries/medicine/*/decision');
  for (const { id } of [first, third]) await withdraw(id, 2);
}

test('every panel of the bench leaves the patient and the allergies visible, on a desktop and on a phone', async ({
  browser,
}) => {
  const { visitId, patient, doctor } = await twoInCall(browser);
  const { page } = doctor;
  const button = (name: string, within: Page | Locator = page) => within.getByRole('button', { name, exact: true });
  const part = (name: string) => page.getByRole('tabpanel', { name });
  await confirmsAllOfThree(page, visitId);
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
    for (const name of ['Add allergy', 'Add medicine', 'Add measurement', 'Record pregnancy'])
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
