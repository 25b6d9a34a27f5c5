import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import { claimPrescription, dispense, readClaim } from '../../../shared/src/dispensing/dispensing.contract.ts';
import { verifyCode } from '../../../shared/src/signing/verification.contract.ts';
import { TestClient } from '../../support/client.ts';
import { Clinic } from '../../support/clinic.ts';
import { holdSealing } from '../../support/held-jobs.ts';
import { atTheCounter, pack, PharmacyCounters } from '../../support/pharmacy-counter.ts';
import { runJob } from '../../support/run-job.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

let test: TestApi;
beforeAll(async () => {
  test = await startTestApi();
  await holdSealing(test.database);
});
afterAll(() => test.close());

/** Returns a prescription that a pharmacy of a hospital in that zone claimed and partly dispensed. */
async function claimedIn(timeZone: string) {
  const clinic = await Clinic.open(test, 'CN', timeZone);
  const counters = new PharmacyCounters(test, clinic);
  const counter = await counters.counter();
  const { code } = await counters.approved();
  const claim = await counter.client.ok(claimPrescription, { body: code });
  const params = { claimId: claim.id };
  const handOut = (client: TestClient) =>
    client.call(dispense, {
      params,
      body: {
        ...atTheCounter,
        id: newId(),
        lines: [{ ...pack, itemId: claim.lines[0]?.item.id ?? '', quantity: '1' }],
      },
    });
  expect((await handOut(counter.client)).status).toBe(200);
  return {
    timeZone,
    claim,
    handOut,
    hospital: clinic.hospital,
    endsAt: Date.parse(claim.validUntil),
    again: () => counters.signedIn(counter.key),
    read: async (client: TestClient) => client.ok(readClaim, { params }),
    outcome: async () =>
      (await new TestClient(test.url).ok(verifyCode, { body: { hospital: clinic.hospital.slug, ...code } })).outcome,
  };
}

it('a claimed prescription expires at the end of its last day in the hospital’s time zone, not an hour earlier', async () => {
  const zones = await Promise.all(['Asia/Shanghai', 'America/Los_Angeles'].map(claimedIn));
  for (const { timeZone, claim } of zones) {
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium' });
    expect(clock.format(new Date(claim.validUntil))).toBe('00:00:00');
  }
  const [first, later] = zones.toSorted((one, two) => one.endsAt - two.endsAt);
  if (!first || !later) throw new Error('expected two time zones');
  expect(later.endsAt - first.endsAt).toBeGreaterThan(3_600_000);

  test.clock.advance(first.endsAt - test.clock.now().getTime() + 1000);
  const client = await first.again();
  // An expired prescription is rejected even before the job marks it.
  expect((await first.handOut(client)).problem.code).toBe('dispensing.expired');
  await runJob(test, first.hospital.id, 'expire-prescriptions');
  await runJob(test, first.hospital.id, 'expire-prescriptions');

  expect(await first.read(client)).toMatchObject({ endedAs: 'expired', dispenses: [{ by: '张敏' }] });
  expect((await first.handOut(client)).problem.code).toBe('dispensing.claim-ended');
  expect(await first.outcome()).toBe('expired');
  const ends = (await trailOf(test, first.claim.id)).filter(({ action }) => action === 'dispensing.expired');
  expect(ends).toHaveLength(1);

  const still = await later.again();
  expect((await later.read(still)).endedAt).toBeNull();
  expect((await later.handOut(still)).status).toBe(200);
});
