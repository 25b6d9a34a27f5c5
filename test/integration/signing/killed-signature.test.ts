import { describe, expect, it } from 'vitest';
import { signPrescription } from '../../../shared/src/contract/prescribing.ts';
import { audited, killedScene, told } from './killed-scene.ts';
import { stepsOf, walk, type KilledCommand } from './killed-walk.ts';

const scene = killedScene();

const signing: KilledCommand = {
  name: 'sign a prescription',
  prepare: async () => {
    await scene.confirmed();
    const { clinic } = scene;
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    await clinic.diagnosed(visit);
    const { id, version } = await clinic.drafted(visit);
    const call = { params: { prescriptionId: id }, version, body: {} };
    return { id, send: (key) => clinic.doctor.client.call(signPrescription, { ...call, key }) };
  },
  traces: (id) =>
    scene.counted(id, {
      signature: `prescription_signature WHERE prescription_id = $1 AND role = 'doctor'`,
      signed: `prescription WHERE id = $1 AND status = 'signed' AND signed_payload IS NOT NULL AND secret_sealed IS NOT NULL`,
      review: 'review WHERE prescription_id = $1',
      check: `safety_check WHERE prescription_id = $1 AND phase = 'signature'`,
      audit: audited('prescription.signed'),
      event: told('prescription.signed'),
    }),
};

describe('the api, killed at every change on the way to a signature', { timeout: 900_000 }, () => {
  it('has signed the prescription wholly or not at all, and the page that sends again gets the one answer', async () => {
    const steps = await stepsOf(scene.api, signing);
    expect(steps.length).toBeGreaterThan(8);
    await walk(scene.api, signing, steps);
  });
});
