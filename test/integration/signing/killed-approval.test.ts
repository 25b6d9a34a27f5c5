import { describe, expect, it } from 'vitest';
import { approveReview, startReview } from '../../../shared/src/contract/review.ts';
import { ticked } from '../../support/dispensary.ts';
import { killedScene, told } from './killed-scene.ts';
import { stepsOf, walk, type KilledCommand } from './killed-walk.ts';

const scene = killedScene();

const approving: KilledCommand = {
  name: 'approve a prescription',
  prepare: async () => {
    await scene.confirmed();
    const { after, clinic } = scene;
    const { id } = await clinic.signed(await clinic.factory.patient(clinic.hospital));
    const params = { reviewId: await after.reviewOf(id) };
    const { client } = clinic.pharmacist;
    await client.ok(startReview, { params });
    return { id, send: (key) => client.call(approveReview, { params, body: ticked, key }) };
  },
  traces: (id) =>
    scene.counted(id, {
      signature: `prescription_signature WHERE prescription_id = $1 AND role = 'pharmacist'`,
      approved: `prescription WHERE id = $1 AND status = 'approved'`,
      review: `review WHERE prescription_id = $1 AND status = 'completed'`,
      check: `safety_check WHERE prescription_id = $1 AND phase = 'review'`,
      job: `(SELECT 1 FROM pgboss.job WHERE name = 'seal-prescription' AND data ->> 'prescriptionId' = $1::text LIMIT 1) AS asked`,
      event: told('prescription.approved'),
    }),
};

describe('the api, killed at every change on the way to an approval', { timeout: 900_000 }, () => {
  it('has approved it wholly or not at all', async () => {
    const steps = await stepsOf(scene.api, approving);
    expect(steps.length).toBeGreaterThan(8);
    await walk(scene.api, approving, steps);
  });
});
