import { expect } from '@playwright/test';
import { bothWays } from '../support/impairment/impairment.ts';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { startInstallationOnALine, type InstallationOnALine } from './support/bad-line.ts';
import { endWhatIsOpen } from './support/open-visits.ts';
import { goToWaitingRoom } from './support/patient-steps.ts';
import { test } from './support/test.ts';
import { patientArrives } from './support/visit-in-call.ts';

let line: InstallationOnALine;
let before: string | undefined;

test.beforeAll(async () => {
  line = await startInstallationOnALine();
  before = process.env['YUNZHEN_E2E_URL'];
  process.env['YUNZHEN_E2E_URL'] = line.url;
});

test.afterAll(async () => {
  process.env['YUNZHEN_E2E_URL'] = before;
  await line?.stop();
});

test('the check before a visit tells what picture and speech will be like on this line', async ({ browser }) => {
  await endWhatIsOpen();
  const patient = await patientArrives(browser);
  const { page } = patient;
  const check = page.getByTestId('network-check');
  const again = () => check.getByRole('button', { name: /Try/ }).click();
  const verdict = (expected: string | RegExp) =>
    expect(check).toHaveAttribute('data-verdict', expected, { timeout: 45_000 });
  const ways = async (words: string) => {
    if (!(await check.getByText('Ways to the server').isVisible())) await check.getByText('Figures').click();
    await expect(check.getByRole('definition').first()).toHaveText(words);
  };

  await line.mediaOverTcp.accept();
  await goToWaitingRoom(page, 'Clara Brunner', async (name) => {
    if (name !== 'device check') return;
    // It has begun by itself.
    await verdict('good');
    await ways('UDP and TCP');
    await expectAccessibleInEach(page, 'network check');
    for (const button of await check.getByRole('button').all()) {
      expect((await button.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(48);
    }

    await again();
    await check.getByRole('button', { name: 'Stop' }).click();
    await expect(check).toHaveAttribute('data-phase', 'stopped');

    line.impair(bothWays({ kbps: 150, roundTripMs: 60, queueMs: 300 }));
    await again();
    await verdict(/audio-only|poor/);
    line.impair({});

    line.media.blackout(Infinity);
    await again();
    await expect(check).toContainText('by a detour only', { timeout: 45_000 });
    await ways('TCP');

    line.mediaOverTcp.refuse();
    line.mediaOverTcp.cut();
    await again();
    await verdict('blocked');
    await ways('none');
  });
  expect(patient.complaints).toEqual([]);
  await patient.leave();
});
