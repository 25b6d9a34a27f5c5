import { beforeAll, describe, it } from 'vitest';
import { claimPrescription, dispense } from '../../../shared/src/dispensing/dispensing.contract.ts';
import { saveDocument, signDocument } from '../../../shared/src/documents/documents.contract.ts';
import { signPrescription } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { approveReview, startReview } from '../../../shared/src/review/review.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { Dispensary, ticked } from '../../support/dispensary.ts';
import { holdSealing } from '../../support/held-jobs.ts';
import { atTheCounter, pack, PharmacyCounters } from '../../support/pharmacy-counter.ts';
import { PaperDesk, sickDays } from '../documents/paper-desk.ts';
import { audited, killedScene, told } from './killed-scene.ts';
import { stepsOf, walk, type KilledCommand } from './killed-walk.ts';

const scene = killedScene();
beforeAll(() => holdSealing(scene.api.database));

const signing: KilledCommand = {
  name: 'sign a prescription',
  prepare: async (clinic) => {
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

const approving: KilledCommand = {
  name: 'approve a prescription',
  prepare: async (clinic) => {
    const { id } = await clinic.signed(await clinic.factory.patient(clinic.hospital));
    const params = { reviewId: await new Dispensary(scene.api, clinic).reviewOf(id) };
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

const sickNotes: KilledCommand = {
  name: 'sign a sick note',
  prepare: async (clinic) => {
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    await clinic.diagnosed(visit);
    const { id, version } = await new PaperDesk(scene.api, clinic).begin(visit.id, 'sick-note');
    const { client } = clinic.doctor;
    const params = { documentId: id };
    const saved = await client.ok(saveDocument, { params, version, body: sickDays() });
    return { id, send: (key) => client.call(signDocument, { params, version: saved.version, key }) };
  },
  traces: (id) =>
    scene.counted(id, {
      signed: `clinical_document WHERE id = $1 AND status = 'signed' AND jws IS NOT NULL`,
      job: `(SELECT 1 FROM pgboss.job WHERE name = 'seal-document' AND data ->> 'documentId' = $1::text LIMIT 1) AS asked`,
      audit: audited('document.signed'),
      event: told('document.signed'),
    }),
};

const receipts: KilledCommand = {
  name: 'dispense with a signed receipt',
  prepare: async (clinic) => {
    const counters = new PharmacyCounters(scene.api, clinic);
    const { client } = await counters.counter();
    const claim = await client.ok(claimPrescription, { body: (await counters.approved()).code });
    const id = newId();
    const lines = claim.lines.map(({ item }) => ({ ...pack, itemId: item.id, quantity: item.quantity.value }));
    const call = { params: { claimId: claim.id }, body: { ...atTheCounter, id, lines } };
    return { id, send: (key) => client.call(dispense, { ...call, key }) };
  },
  traces: (id) =>
    scene.counted(id, {
      receipt: 'dispense WHERE id = $1',
      dispensed: `prescription p WHERE p.status = 'dispensed' AND EXISTS (SELECT 1 FROM dispense d WHERE d.id = $1 AND d.prescription_id = p.id)`,
    }),
};

describe('the api, killed during a signature', () => {
  it.each([
    ['has signed the prescription wholly or not at all', signing],
    ['has approved the prescription wholly or not at all', approving],
    ['has signed the sick note wholly or not at all', sickNotes],
    ['has dispensed once with a receipt, or not at all', receipts],
  ])('%s, and a retry of the page gets the same response', async (_, command) => {
    await walk(scene.api, command, await stepsOf(scene.api, command));
  });
});
