import { describe, it } from 'vitest';
import { claimPrescription, dispense } from '../../../shared/src/contract/dispensing.ts';
import { saveDocument, signDocument } from '../../../shared/src/contract/documents.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { PharmacyCounters } from '../../support/pharmacy-counter.ts';
import { PaperDesk, sickDays } from '../documents/paper-desk.ts';
import { audited, killedScene, told } from './killed-scene.ts';
import { fewOf, stepsOf, walk, type KilledCommand } from './killed-walk.ts';

const scene = killedScene();

const documents: KilledCommand = {
  name: 'sign a sick note',
  prepare: async () => {
    await scene.confirmed();
    const { api, clinic } = scene;
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    await clinic.diagnosed(visit);
    const { id, version } = await new PaperDesk(api, clinic).begin(visit.id, 'sick-note');
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

const receipts = (counters: PharmacyCounters): KilledCommand => ({
  name: 'dispense with a signed receipt',
  prepare: async () => {
    await scene.confirmed();
    const { client } = await counters.counter();
    const claim = await client.ok(claimPrescription, { body: (await counters.approved()).code });
    const id = newId();
    const lines = claim.lines.map(({ item }) => ({ itemId: item.id, quantity: item.quantity.value }));
    const call = { params: { claimId: claim.id }, body: { id, by: '张敏', lines } };
    return { id, send: (key) => client.call(dispense, { ...call, key }) };
  },
  traces: (id) =>
    scene.counted(id, {
      receipt: 'dispense WHERE id = $1',
      dispensed: `prescription p WHERE p.status = 'dispensed' AND EXISTS (SELECT 1 FROM dispense d WHERE d.id = $1 AND d.prescription_id = p.id)`,
    }),
});

describe('the api, killed on the way to a signed paper', { timeout: 900_000 }, () => {
  it('has signed a sick note wholly or not at all', async () => {
    const steps = await stepsOf(scene.api, documents);
    await walk(scene.api, documents, fewOf(steps));
  });

  it('has handed out once with a receipt, or not at all', async () => {
    const command = receipts(new PharmacyCounters(scene.api, scene.clinic));
    const steps = await stepsOf(scene.api, command);
    await walk(scene.api, command, fewOf(steps));
  });
});
