import { expect } from '@playwright/test';
import { expectPictureAndSound, expectPictureMoves, framesDecoded, generation } from './support/call-stage.ts';
import type { Person } from './support/person.ts';
import { childrenOf } from './support/processes.ts';
import { test } from './support/test.ts';
import { endVisit, twoInCall, type VisitInCall } from './support/visit-in-call.ts';

const supervisor = () => Number(process.env['YUNZHEN_E2E_SUPERVISOR']);

async function leave({ visitId, patient, doctor }: VisitInCall): Promise<void> {
  await endVisit(visitId);
  await Promise.all([patient.leave(), doctor.leave()]);
}

/** The doctor ends the visit as unsuitable, so that the patient is free for the next test. */
async function end({ patient, doctor }: { patient: Person; doctor: Person }): Promise<void> {
  await doctor.page.getByRole('button', { name: 'Refer offline' }).click();
  const dialog = doctor.page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Needs an examination in person.');
  await dialog.getByRole('button', { name: 'Refer offline' }).click();
  await expect(doctor.page).toHaveURL(/\/workbench$/);
  await expect(patient.page.getByText('Needs an examination in person.')).toBeVisible();
  await Promise.all([patient.leave(), doctor.leave()]);
}

test('kill -9 of the api leaves both pictures moving, and the pages reconnect by themselves', async ({ browser }) => {
  const call = await twoInCall(browser);
  const { patient, doctor } = call;
  const [api] = childrenOf(supervisor(), 'api/main.ts');
  const [media] = childrenOf(supervisor(), 'media/main.ts');
  const before = await Promise.all([generation(patient.page), generation(doctor.page)]);
  process.kill(api ?? 0, 'SIGKILL');
  // The pages notice that the record is away; the pictures do not.
  await expect(doctor.page.getByTestId('connection-lost')).toBeVisible();
  await Promise.all([expectPictureMoves(patient.page), expectPictureMoves(doctor.page)]);
  await expect.poll(() => childrenOf(supervisor(), 'api/main.ts').filter((pid) => pid !== api).length).toBe(1);
  await expect(doctor.page.getByTestId('connection-lost')).toBeHidden({ timeout: 45_000 });
  await Promise.all([expectPictureMoves(patient.page), expectPictureMoves(doctor.page)]);
  // Nobody joined anew and the media node never went away.
  expect(await Promise.all([generation(patient.page), generation(doctor.page)])).toEqual(before);
  expect(childrenOf(supervisor(), 'media/main.ts')).toEqual([media]);
  await leave(call);
});

test('kill -9 of a mediasoup worker brings the call back by itself', async ({ browser }) => {
  const call = await twoInCall(browser);
  const { patient, doctor } = call;
  const [media] = childrenOf(supervisor(), 'media/main.ts');
  const workers = childrenOf(media ?? 0, 'mediasoup-worker');
  expect(workers.length).toBeGreaterThan(0);
  for (const worker of workers) process.kill(worker, 'SIGKILL');
  // Whatever moves after this goes through other workers.
  await expect
    .poll(() => childrenOf(media ?? 0, 'mediasoup-worker').filter((pid) => !workers.includes(pid)).length)
    .toBe(workers.length);
  await Promise.all([expectPictureAndSound(patient.page), expectPictureAndSound(doctor.page)]);
  await Promise.all([expectPictureMoves(patient.page), expectPictureMoves(doctor.page)]);
  expect(childrenOf(supervisor(), 'media/main.ts')).toEqual([media]);
  await leave(call);
});

test('kill -9 of the media node brings the call back by itself, and the visit goes on', async ({ browser }) => {
  const call = await twoInCall(browser);
  const { patient, doctor, visitId } = call;
  const [media] = childrenOf(supervisor(), 'media/main.ts');
  const frames = await framesDecoded(patient.page);
  process.kill(media ?? 0, 'SIGKILL');
  await expect
    .poll(() => childrenOf(supervisor(), 'media/main.ts').filter((pid) => pid !== media).length, { timeout: 45_000 })
    .toBe(1);
  await Promise.all([expectPictureAndSound(patient.page), expectPictureAndSound(doctor.page)]);
  await expect.poll(() => framesDecoded(patient.page), { timeout: 45_000 }).not.toBe(frames);
  await Promise.all([expectPictureMoves(patient.page), expectPictureMoves(doctor.page)]);
  await expect(patient.page).toHaveURL(new RegExp(`/visits/${visitId}/call`));
  await end(call);
});
