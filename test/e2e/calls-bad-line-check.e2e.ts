import { bothWays } from '../support/impairment/impairment.ts';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { expect } from './support/expect.ts';
import { test } from './support/on-a-line.ts';
import { useTimeouts } from './support/page-timeouts.ts';
import { prepare } from './support/patient-steps.ts';
import { patientArrives, plannedVisit } from './support/visit-in-call.ts';

test('the check before a visit predicts picture and speech on this connection', async ({ browser, line }) => {
  const visitId = await plannedVisit();
  const patient = await patientArrives(browser, { at: null });
  const { page } = patient;
  await useTimeouts(patient.context, { 'connection-check.connect': 2500, 'connection-check.exchange': 2000 });
  const check = page.getByTestId('network-check');
  const again = () => check.getByRole('button', { name: /^(Test connection|Try again)/ }).click();
  const verdict = (expected: string | RegExp) =>
    expect(check).toHaveAttribute('data-verdict', expected, { timeout: 45_000 });
  const ways = async (words: string) => {
    if (!(await check.getByText('Available routes').isVisible())) await check.getByText('Details').click();
    await expect(check.getByRole('definition').first()).toHaveText(words);
  };

  await line.mediaOverTcp.accept();
  await page.goto(`/visits/${visitId}/prepare`);
  await prepare(page, async (name) => {
    if (name !== 'record, consent and device check') return;
    // The check starts automatically. A machine that is busy just then carries less than the connection.
    await expect(async () => {
      await expect(check).toHaveAttribute('data-phase', 'done', { timeout: 45_000 });
      const measured = await check.getAttribute('data-verdict');
      if (measured !== 'good') await again();
      expect(measured).toBe('good');
    }).toPass({ timeout: 60_000 });
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
    await expect(check).toContainText('only works over TCP', { timeout: 45_000 });
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
