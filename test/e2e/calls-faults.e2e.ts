import { expectPictureAndSound, expectPictureMoves, framesDecoded, generation } from './support/call-stage.ts';
import { expect } from './support/expect.ts';
import { childrenOf } from './support/processes.ts';
import { test } from './support/test.ts';
import { twoInCall, type VisitInCall } from './support/visit-in-call.ts';

const supervisor = () => Number(process.env['YUNZHEN_E2E_SUPERVISOR']);

/** The doctor refers the patient offline, so that the patient is free for the next test. */
async function end({ patient, doctor }: VisitInCall): Promise<void> {
  await doctor.page.getByRole('button', { name: 'Refer to in-person care' }).click();
  const dialog = doctor.page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Needs an examination in person.');
  await dialog.getByRole('button', { name: 'Refer to in-person care' }).click();
  await expect(doctor.page).toHaveURL(/\/workbench$/);
  await expect(patient.page.getByText('Needs an examination in person.')).toBeVisible();
  await Promise.all([patient.leave(), doctor.leave()]);
}

test('a call survives kill -9 of the api, of a mediasoup worker and of the media node', async ({ browser }) => {
  const call = await twoInCall(browser);
  const { patient, doctor, pages, visitId } = call;
  const [media] = childrenOf(supervisor(), 'media/main.ts');

  await test.step('without the api both pictures move, and the pages reconnect automatically', async () => {
    const [api] = childrenOf(supervisor(), 'api/main.ts');
    const before = await Promise.all(pages.map(generation));
    process.kill(api ?? 0, 'SIGKILL');
    // The pages show that the record is unavailable; the pictures continue.
    await expect(doctor.page.getByTestId('connection-lost')).toBeVisible();
    await Promise.all(pages.map(expectPictureMoves));
    await expect.poll(() => childrenOf(supervisor(), 'api/main.ts').filter((pid) => pid !== api).length).toBe(1);
    await expect(doctor.page.getByTestId('connection-lost')).toBeHidden({ timeout: 45_000 });
    await Promise.all(pages.map(expectPictureMoves));
    // Neither page joined again, and the media node was never disconnected.
    expect(await Promise.all(pages.map(generation))).toEqual(before);
    expect(childrenOf(supervisor(), 'media/main.ts')).toEqual([media]);
  });

  await test.step('other workers take over the call', async () => {
    const workers = childrenOf(media ?? 0, 'mediasoup-worker');
    expect(workers.length).toBeGreaterThan(0);
    for (const worker of workers) process.kill(worker, 'SIGKILL');
    // Everything that moves after this uses other workers.
    await expect
      .poll(() => childrenOf(media ?? 0, 'mediasoup-worker').filter((pid) => !workers.includes(pid)).length)
      .toBe(workers.length);
    await Promise.all(pages.map(expectPictureAndSound));
    await Promise.all(pages.map(expectPictureMoves));
    expect(childrenOf(supervisor(), 'media/main.ts')).toEqual([media]);
  });

  await test.step('the next media node takes over the call, and the visit continues', async () => {
    const frames = await framesDecoded(patient.page);
    process.kill(media ?? 0, 'SIGKILL');
    await expect
      .poll(() => childrenOf(supervisor(), 'media/main.ts').filter((pid) => pid !== media).length, { timeout: 45_000 })
      .toBe(1);
    await Promise.all(pages.map(expectPictureAndSound));
    await expect.poll(() => framesDecoded(patient.page), { timeout: 45_000 }).not.toBe(frames);
    await Promise.all(pages.map(expectPictureMoves));
    await expect(patient.page).toHaveURL(new RegExp(`/visits/${visitId}/call`));
  });
  await end(call);
});
