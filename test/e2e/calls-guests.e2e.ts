import type { Page } from '@playwright/test';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { stored } from './support/browser-storage.ts';
import { expectPictureAndSound, expectPictureMoves } from './support/call-stage.ts';
import { expect } from './support/expect.ts';
import { Person } from './support/person.ts';
import { picture } from './support/pictures.ts';
import { test } from './support/test.ts';
import { endVisit, twoInCall } from './support/visit-in-call.ts';

const stage = (page: Page) => page.getByTestId('call-stage');

/** Opens the “More” menu in the call and its list of people. */
async function openPeople(page: Page): Promise<void> {
  await page.getByTestId('call-more').click();
  await page.getByTestId('call-people').click();
  await expect(page.getByRole('dialog', { name: 'People in the call' })).toBeVisible();
}

test('a guest joins by a link that the patient agreed to, stays through a hold, and is removed', async ({
  browser,
}) => {
  const { visitId, patient, doctor } = await twoInCall(browser);

  await openPeople(doctor.page);
  const dialog = doctor.page.getByRole('dialog', { name: 'People in the call' });
  await dialog.getByRole('button', { name: 'Create link' }).click();
  await expect(dialog.getByText('Fill this in', { exact: false })).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Relationship' }).selectOption('Interpreter');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Ines Vogt');
  await expectAccessibleInEach(doctor.page, 'people in the call');
  await dialog.getByRole('button', { name: 'Create link' }).click();
  const link = await dialog
    .getByTestId('invitation-link')
    .locator('input')
    .or(dialog.locator('input[readonly]'))
    .first()
    .inputValue();
  await picture(doctor.page, 'invitation');
  await doctor.page.keyboard.press('Escape');

  const guest = await Person.arrive(browser, { device: 'phone' });
  await guest.page.goto(link);
  await expect(guest.page.getByText('The patient has not agreed yet')).toBeVisible();
  await expectAccessibleInEach(guest.page, 'an invitation that waits');

  const question = patient.page.getByRole('dialog', { name: 'May Ines Vogt join?' });
  await expect(question).toBeVisible();
  await expectAccessibleInEach(patient.page, 'the question to the patient');
  await question.getByRole('button', { name: 'Yes, let them join' }).click();
  await expect(question).toBeHidden();

  await guest.page.getByRole('button', { name: 'Try again' }).click();
  await guest.page.getByRole('button', { name: 'Join' }).click();
  await expect(guest.page.getByText('Agree to join.')).toBeVisible();
  await guest.page.getByRole('checkbox', { name: 'I have read this and agree' }).click();
  await expectAccessibleInEach(guest.page, 'joining as a guest');
  await picture(guest.page, 'guest-join');
  const accepted = guest.page.waitForResponse((response) => response.url().endsWith('/acceptance'));
  await guest.page.getByRole('button', { name: 'Join' }).click();
  const { key } = (await (await accepted).json()) as { key: string };
  await expectPictureAndSound(guest.page);
  expect(await stored(guest.page)).toContain('yunzhen.sealed.guest.');
  expect(await stored(guest.page)).not.toContain(key);
  expect(guest.page.url()).not.toContain('#');
  await expect(doctor.page.getByText('Ines Vogt')).toBeVisible();
  await Promise.all([expectPictureMoves(patient.page), expectPictureMoves(doctor.page)]);

  // The link is rejected for a second person, and the guest returns after a reload.
  const second = await Person.arrive(browser, { device: 'phone' });
  await second.page.goto(link);
  await expect(second.page.getByText('This link is no longer valid')).toBeVisible();
  // Another secret alone would not load the page again.
  await second.page.goto('about:blank');
  await second.page.goto(link.replace(/#.*/, '#a-secret-that-opens-nothing'));
  await expect(second.page.getByText('Check that you opened the full link')).toBeVisible();
  await second.leave();
  await guest.page.reload();
  await expectPictureAndSound(guest.page);

  await doctor.page.getByTestId('call-more').click();
  await doctor.page.getByTestId('call-hold').click();
  await expect(stage(patient.page)).toHaveAttribute('data-call-face', 'held');
  await picture(patient.page, 'on-hold');
  await expectPictureMoves(guest.page);
  await doctor.page.getByTestId('take-back').click();
  await expect(stage(patient.page)).toHaveAttribute('data-call-face', 'live');
  await expectPictureMoves(patient.page);

  await openPeople(doctor.page);
  await doctor.page.getByRole('button', { name: 'Remove Ines Vogt' }).click();
  await expect(stage(guest.page)).toHaveAttribute('data-call-face', 'removed');
  await guest.page.reload();
  await expect(stage(guest.page)).toBeHidden();
  await expect(guest.page.getByText('You have left the call')).toBeVisible();
  await doctor.page.keyboard.press('Escape');
  await Promise.all([expectPictureMoves(patient.page), expectPictureMoves(doctor.page)]);
  for (const person of [patient, doctor, guest]) {
    expect(person.complaints).toEqual([]);
    await person.leave();
  }
  await endVisit(visitId);
});
