import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { pdf, photo, placeTaken } from '../integration/chat/sample-files.ts';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { expectTexts, messages, openChat, panel, write } from './support/chat.ts';
import { expect } from './support/expect.ts';
import { picture } from './support/pictures.ts';
import { childrenOf } from './support/processes.ts';
import { test } from './support/test.ts';
import { twoInCall } from './support/visit-in-call.ts';

const supervisor = () => Number(process.env['YUNZHEN_E2E_SUPERVISOR']);

/** Other tests check picture and sound. */
async function expectInCall(page: Page): Promise<void> {
  await expect(page.getByTestId('call-stage')).toHaveAttribute('data-call-phase', 'live', { timeout: 45_000 });
}

async function attach(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await panel(page).getByTestId('chat-file-input').setInputFiles({ name, mimeType, buffer });
  await expect(panel(page).getByTestId('chat-chosen')).toHaveCount(1);
  await panel(page).getByTestId('chat-send').click();
  await expect(panel(page).getByTestId('chat-chosen')).toHaveCount(0);
}

/** Returns the file that the page downloads. */
async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('patient and doctor write in the call, through a killed api, and read the chat after the visit', async ({
  browser,
}) => {
  const { visitId, patient, doctor } = await twoInCall(browser);

  await openChat(patient.page);
  await expect(panel(patient.page)).toContainText('No messages yet');
  await write(patient.page, 'Here is my throat.');
  await attach(patient.page, '../IMG_2024 gps.jpeg', 'image/jpeg', await photo({ width: 600, height: 400 }));
  // The tab shows the doctor the unread count, and the doctor reads without leaving the bench.
  await expect(doctor.page.getByTestId('chat-unread')).toHaveText('2');
  await openChat(doctor.page);
  await expect(doctor.page.getByTestId('chat-unread')).toHaveCount(0);
  await expect(panel(patient.page).getByTestId('chat-mark')).toHaveAttribute('data-mark', 'seen');
  const thumb = panel(doctor.page).getByTestId('chat-picture');
  await expect(thumb).toHaveAttribute('data-shown', 'true');
  await thumb.click();
  const viewer = doctor.page.getByRole('dialog', { name: 'IMG_2024 gps.jpg' });
  await expect(viewer).toBeVisible();
  await expectAccessibleInEach(doctor.page, 'a picture of the chat');
  const received = await saved(doctor.page, () => viewer.getByRole('button', { name: 'Save' }).click());
  expect(received.name).toBe('IMG_2024 gps.jpg');
  const metadata = await sharp(received.bytes).metadata();
  expect([metadata.format, metadata.width, metadata.height, metadata.exif]).toEqual(['jpeg', 400, 600, undefined]);
  expect(received.bytes.includes(placeTaken.maker)).toBe(false);
  await doctor.page.keyboard.press('Escape');
  await expect(viewer).toBeHidden();

  const paper = pdf();
  await attach(doctor.page, 'How to gargle.pdf', 'application/pdf', paper);
  const row = panel(patient.page).getByTestId('chat-document');
  const kept = await saved(patient.page, () => row.click());
  expect(kept.name).toBe('How to gargle.pdf');
  expect(kept.bytes.equals(paper)).toBe(true);
  await attach(
    doctor.page,
    'form.pdf',
    'application/pdf',
    pdf({ catalog: '/OpenAction << /S /JavaScript /JS (x) >>' }),
  );
  await expect(panel(doctor.page).getByTestId('chat-outgoing')).toHaveAttribute('data-phase', 'refused');
  await panel(doctor.page).getByTestId('chat-take-back').click();

  await expectAccessibleInEach(patient.page, 'chat of the patient');
  await expectAccessibleInEach(doctor.page, 'chat of the doctor');
  await picture(patient.page, 'patient-chat');
  await picture(doctor.page, 'doctor-chat');

  // The api is killed while both write. Nothing is lost or doubled, and both see one order. The patient’s text is sent only after a reload of the
  // page.
  const [api] = childrenOf(supervisor(), 'api/main.ts');
  await patient.page.route('**/messages/*', (route) => route.abort());
  process.kill(api ?? 0, 'SIGKILL');
  await write(patient.page, 'Does it look red?');
  await write(doctor.page, 'A little.');
  await write(patient.page, 'It hurts on the left.');
  await expect(panel(patient.page).getByTestId('chat-outgoing')).toHaveCount(2);
  await expect.poll(() => childrenOf(supervisor(), 'api/main.ts').filter((pid) => pid !== api).length).toBe(1);
  await expectTexts(doctor.page, ['Here is my throat.', '', '', 'A little.']);
  await patient.page.reload();
  await expectInCall(patient.page);
  await openChat(patient.page);
  await expect(panel(patient.page).getByTestId('chat-outgoing')).toHaveCount(2);
  await patient.page.unroute('**/messages/*');
  await expect.poll(async () => (await messages(patient.page)).length, { timeout: 45_000 }).toBe(6);
  const order = await messages(patient.page);
  expect(order.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(order.slice(3).map(({ text }) => text)).toEqual(expect.arrayContaining(['Does it look red?', 'A little.']));
  const own = order.filter(({ text }) => /red\?|left\./.test(text)).map(({ text }) => text);
  expect(own).toEqual(['Does it look red?', 'It hurts on the left.']);
  await expectTexts(
    doctor.page,
    order.map(({ text }) => text),
  );
  await expect.poll(() => messages(doctor.page)).toEqual(order);

  // A half-written message stays where it was written, also over a reload.
  await panel(patient.page).getByTestId('chat-text').fill('And one more th');
  await patient.page.getByTestId('chat-close').click();
  await openChat(patient.page);
  await expect(panel(patient.page).getByTestId('chat-text')).toHaveValue('And one more th');

  await doctor.page.getByRole('button', { name: 'Refer to in-person care' }).click();
  const dialog = doctor.page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Needs an examination in person.');
  await dialog.getByRole('button', { name: 'Refer to in-person care' }).click();
  await expect(patient.page).toHaveURL(new RegExp(`/visits/${visitId}$`));
  for (const [{ page }, path] of [
    [patient, `/visits/${visitId}`],
    [doctor, `/workbench/visits/${visitId}`],
  ] as const) {
    await page.goto(path);
    await panel(page).scrollIntoViewIfNeeded();
    // The chat stays open for the hospital’s number of days and shows the end.
    await expect(panel(page).getByTestId('chat-until')).toBeVisible();
    await expect(panel(page).getByTestId('chat-text')).toBeVisible();
    await expect.poll(() => messages(page)).toEqual(order);
  }
  await expectAccessibleInEach(patient.page, 'chat after the visit');
  expect([...patient.complaints, ...doctor.complaints]).toEqual([]);
  await Promise.all([patient.leave(), doctor.leave()]);
});
