import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  activateKnowledgeRelease,
  listKnowledgeActivations,
  listKnowledgeReleases,
  makeKnowledgeRelease,
  proposeDecision,
  readDecisionWhatIf,
  readKnowledgeRelease,
  readReleaseWhatIf,
  withdrawDecisions,
} from '../../../shared/src/prescribing/knowledge.contract.ts';
import { listRules } from '../../../shared/src/prescribing/rules.contract.ts';
import { signPrescription, type Prescription } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { RELEASE_JWS_TYPE, releaseStatement } from '../../../server/src/api/prescribing/curation/release-json.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { canonicalJson } from '../../../server/src/platform/signing/canonical-json.ts';
import { signJws } from '../../../server/src/platform/signing/jws.ts';
import { Clinic } from '../../support/clinic.ts';
import { Dispensary } from '../../support/dispensary.ts';
import { everyPage } from '../../support/every-page.ts';
import { aceArb, decided, enalaprilAndLosartan, released, why } from '../../support/knowledge.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let clinic: Clinic;
let after: Dispensary;
beforeAll(async () => {
  test = await startTestApi();
  clinic = await Clinic.open(test);
  after = new Dispensary(test, clinic);
});
afterAll(() => test.close());

const doctor = () => clinic.doctor.client;
const pharmacist = () => clinic.pharmacist.client;
const activate = (releaseId: string | null) =>
  pharmacist().ok(activateKnowledgeRelease, { body: { releaseId, reason: 'test' } });

async function drafted(): Promise<Prescription> {
  const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
  await clinic.diagnosed(visit);
  return clinic.drafted(visit, enalaprilAndLosartan());
}
const severityOf = ({ safety }: Prescription) =>
  safety?.issues.find(({ id }) => id.startsWith('interaction:ace-arb:'))?.severity;

interface SignedChecks {
  schema: string;
  checks: { release?: object; ran: { dataVersion: string }[] };
}
async function signedRecord(id: string): Promise<{ jws: string; record: SignedChecks }> {
  const { rows } = await test.database.admin.query<{ jws: string }>(
    `SELECT jws FROM prescription_signature WHERE prescription_id = $1 AND role = 'doctor'`,
    [id],
  );
  const jws = rows[0]?.jws ?? '';
  return { jws, record: JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()) as SignedChecks };
}
const verified = async (jws: string) =>
  (await after.upload(jws, 'application/jose')).json() as Promise<{ outcome: string }>;

describe('without a release', () => {
  it('checks run on the data of the program, and the signed layout is that of before', async () => {
    const draft = await drafted();
    expect(severityOf(draft)).toBe('serious');
    expect(draft.safety?.release).toBeNull();
    const signed = await clinic.signed(await clinic.factory.patient(clinic.hospital));
    const { jws, record } = await signedRecord(signed.id);
    expect(record).toMatchObject({ schema: 'yunzhen/prescription/5' });
    expect(record.checks.release).toBeUndefined();
    expect(await verified(jws)).toMatchObject({ outcome: 'pending' });
  });
});

describe('a release', () => {
  it('is what the hospital signed, and takes part in checks only once another person activates it', async () => {
    await decided(clinic, aceArb, { changes: { severity: 'moderate' } });
    const { upcoming: next } = await doctor().ok(listKnowledgeReleases, { query: {} });
    expect(next.coverage).toMatchObject({ signed: 1, switchedOff: 0 });
    expect(next.differences.items).toContainEqual(
      expect.objectContaining({
        ruleId: 'ace-arb',
        kind: 'changed',
        severityBefore: 'serious',
        severityAfter: 'moderate',
      }),
    );
    const release = await doctor().ok(makeKnowledgeRelease, { body: { note: 'June' } });
    expect(release).toMatchObject({ number: 1, active: false, own: true });
    expect(severityOf(await drafted())).toBe('serious');

    const { rows } = await test.database.admin.query<{ content: string; jws: string }>(
      'SELECT content, jws FROM knowledge_release WHERE id = $1',
      [release.id],
    );
    expect(
      createHash('sha256')
        .update(rows[0]?.content ?? '')
        .digest('hex'),
    ).toBe(release.sha256);
    const statement = JSON.parse(Buffer.from(rows[0]?.jws.split('.')[1] ?? '', 'base64url').toString()) as object;
    expect(statement).toMatchObject({ id: release.id, number: 1, digest: `sha256:${release.sha256}` });

    const body = { releaseId: release.id, reason: 'test' };
    const alone = await doctor().call(activateKnowledgeRelease, { body });
    expect(alone).toMatchObject({ status: 403, problem: { code: 'knowledge.second-person' } });
    await pharmacist().ok(activateKnowledgeRelease, { body });

    const draft = await drafted();
    expect(severityOf(draft)).toBe('moderate');
    const named = { id: release.id, number: 1, sha256: release.sha256 };
    expect(draft.safety).toMatchObject({ release: named, checks: expect.arrayContaining(['interaction', 'dose']) });
    expect(draft.safety?.dataVersion).toContain(`release 1 (${release.sha256.slice(0, 12)})`);
  });

  it('is named in the signed prescription, which still verifies after the next release and without any', async () => {
    const signed = await clinic.signed(await clinic.factory.patient(clinic.hospital), enalaprilAndLosartan());
    const { jws, record } = await signedRecord(signed.id);
    const { release } = signed.safety ?? {};
    expect(record).toMatchObject({
      schema: 'yunzhen/prescription/6',
      checks: { release: { id: release?.id, number: 1, digest: `sha256:${release?.sha256}` } },
    });
    await decided(clinic, aceArb, 'switch-off');
    const second = await released(doctor(), pharmacist());
    expect(severityOf(await drafted())).toBeUndefined();
    expect(await verified(jws)).toMatchObject({ outcome: 'pending' });
    await activate(null);
    expect(await verified(jws)).toMatchObject({ outcome: 'pending' });
    expect(severityOf(await drafted())).toBe('serious');
    // A row changed outside the app differs from what was signed.
    await test.database.admin.query(
      `ALTER TABLE prescription DISABLE TRIGGER USER;
       UPDATE prescription SET safety = jsonb_set(safety, '{release,number}', '9') WHERE id = '${signed.id}';
       ALTER TABLE prescription ENABLE TRIGGER USER`,
    );
    expect(await verified(jws)).toMatchObject({ outcome: 'altered' });
    await activate(second.id);
  });

  it('can be returned to by one person, and every activation stays on record', async () => {
    const { items } = await doctor().ok(listKnowledgeReleases, { query: { sort: 'number', order: 'asc' } });
    const [first] = items;
    const paged = await everyPage((page) =>
      doctor().ok(listKnowledgeReleases, { query: { ...page, sort: 'number', order: 'asc' } }),
    );
    expect(paged).toEqual(items);
    await doctor().ok(activateKnowledgeRelease, { body: { releaseId: first?.id ?? '', reason: 'Too many silenced' } });
    expect(severityOf(await drafted())).toBe('moderate');
    const history = await doctor().ok(listKnowledgeActivations, { query: {} });
    expect(history.items.map(({ number }) => number)).toEqual([1, 2, null, 2, 1]);
    expect(history.items[0]).toMatchObject({ reason: 'Too many silenced' });
    const detail = await doctor().ok(readKnowledgeRelease, { params: { releaseId: items[1]?.id ?? '' } });
    expect(detail).toMatchObject({ verification: 'valid', coverage: { signed: 1, switchedOff: 1 } });
    expect(detail.differences.items).toContainEqual(expect.objectContaining({ ruleId: 'ace-arb', kind: 'removed' }));
  });

  it('of the same set is rejected, and a release never changes', async () => {
    const again = await doctor().call(makeKnowledgeRelease, { body: { note: 'again' } });
    expect(again.problem.code).toBe('knowledge.unchanged');
    const change = test.database.admin.query(`UPDATE knowledge_release SET note = 'x'`);
    await expect(change).rejects.toThrow('a release never changes');
  });
});

describe('a release of another hospital', () => {
  it('is not found, though the process has just used it', async () => {
    const other = await Clinic.open(test);
    const { activeId } = await doctor().ok(listKnowledgeReleases, { query: {} });
    const params = { releaseId: activeId ?? '' };
    expect((await drafted()).safety?.release).toMatchObject({ id: activeId });
    expect((await doctor().call(readReleaseWhatIf, { params })).status).toBe(200);
    expect((await other.doctor.client.call(readReleaseWhatIf, { params })).status).toBe(404);
  });
});

describe('the order of activations', () => {
  it('is that of the database, not that of the clocks of processes', async () => {
    const other = await Clinic.open(test);
    const { id } = await released(other.doctor.client, other.pharmacist.client);
    const active = async () => (await other.doctor.client.ok(listKnowledgeReleases, { query: {} })).activeId;
    expect(await active()).toBe(id);
    await test.database.admin.query(
      `INSERT INTO knowledge_activation (id, hospital_id, release_id, reason, activated_by, activated_at)
       SELECT gen_random_uuid(), hospital_id, NULL, '', made_by, now() - interval '1 hour' FROM knowledge_release WHERE id = $1`,
      [id],
    );
    expect(await active()).toBeNull();
    await other.doctor.client.ok(activateKnowledgeRelease, { body: { releaseId: id, reason: 'test' } });
    expect(await active()).toBe(id);
  });
});

/** Signs and activates a release of what an earlier or later version of the program may have written, without a check of this one. */
async function activated(of: Clinic, from: string, change: (content: string) => string): Promise<string> {
  const { rows } = await test.database.admin.query<{ content: string }>(
    'SELECT content FROM knowledge_release WHERE id = $1',
    [from],
  );
  const content = change(rows[0]?.content ?? '');
  const sha256 = createHash('sha256').update(content).digest('hex');
  const { accountId } = of.doctor;
  const named = { id: newId(), number: 2, sha256, baseVersion: 'another', madeBy: accountId, madeAt: new Date() };
  const statement = releaseStatement({ ...named, hospitalId: of.hospital.id });
  const { key, certificate } = await of.credentials.authority(of.hospital.id);
  const jws = signJws(statement, RELEASE_JWS_TYPE, { key, certificate, kid: certificate.serialNumber });
  await test.database.admin.query(
    `INSERT INTO knowledge_release (id, hospital_id, number, sha256, content, jws, base_version, note, made_by, made_at)
     VALUES ($1, $2, 2, $3, $4, $5, 'another', '', $6, $7)`,
    [named.id, of.hospital.id, sha256, content, jws, accountId, named.madeAt],
  );
  await test.database.admin.query(
    `INSERT INTO knowledge_activation (id, hospital_id, release_id, reason, activated_by, activated_at)
     VALUES (gen_random_uuid(), $1, $2, '', $3, now())`,
    [of.hospital.id, named.id, accountId],
  );
  return named.id;
}

describe('an active release of another layout', () => {
  it('makes every check “not checked”, and another one can be activated', async () => {
    const other = await Clinic.open(test);
    const first = await released(other.doctor.client, other.pharmacist.client);
    const id = await activated(other, first.id, (content) =>
      content.replace('knowledge-release/1', 'knowledge-release/2'),
    );
    const visit = await other.admitted(await other.factory.patient(other.hospital));
    await other.diagnosed(visit);
    const { safety } = await other.drafted(visit, enalaprilAndLosartan());
    expect(safety).toMatchObject({ checks: [], issues: [], release: { id } });
    expect(safety?.notChecked[0]?.reason.en).toContain('cannot be used');
    const list = await other.doctor.client.ok(listKnowledgeReleases, { query: {} });
    expect(list).toMatchObject({ activeId: id, activeVerification: 'unreadable', activeBase: null });
    const detail = await other.doctor.client.ok(readKnowledgeRelease, { params: { releaseId: id } });
    expect(detail).toMatchObject({ verification: 'unreadable', base: null, differences: { total: 0 } });
    await other.doctor.client.ok(activateKnowledgeRelease, { body: { releaseId: first.id, reason: 'Back' } });
    expect((await other.doctor.client.ok(listKnowledgeReleases, { query: {} })).activeId).toBe(first.id);
  });
});

describe('an active release of before largest doses were part of it', () => {
  it('says in reports and on the pages that checks use the largest doses of the program', async () => {
    const other = await Clinic.open(test);
    const whole = await released(other.doctor.client, other.pharmacist.client);
    const visit = await other.admitted(await other.factory.patient(other.hospital));
    await other.diagnosed(visit);
    const stated = async (releaseId: string) => {
      const { safety } = await other.drafted(visit, enalaprilAndLosartan());
      const { activeLimits } = await other.doctor.client.ok(listKnowledgeReleases, { query: {} });
      const { limitsFrom } = await other.doctor.client.ok(readKnowledgeRelease, { params: { releaseId } });
      const { release } = await other.doctor.client.ok(listRules, {});
      return { version: safety?.dataVersion, pages: [activeLimits, limitsFrom, release?.limitsFrom] };
    };
    const before = await stated(whole.id);
    expect(before.pages).toEqual(['release', 'release', 'release']);
    expect(before.version).not.toContain('largest doses');
    const id = await activated(other, whole.id, (content) => {
      const set = JSON.parse(content) as { tables: Record<string, unknown> };
      const { 'dose-limits': limits, ...tables } = set.tables;
      expect(limits).toBeDefined();
      return canonicalJson({ ...set, tables } as never);
    });
    const after = await stated(id);
    expect(after.pages).toEqual(['program', 'program', 'program']);
    expect(after.version).toMatch(/release 2 \([0-9a-f]{12}\) \+ largest doses \d{4}-\d\d$/);
  });
});

describe('an active release that is not what was signed', () => {
  it('makes every check “not checked” instead of silent', async () => {
    const other = await Clinic.open(test);
    await decided(other, aceArb, 'switch-off');
    const { id } = await other.doctor.client.ok(makeKnowledgeRelease, { body: { note: 'June' } });
    // Tampered with between signature and first use: a process verifies a release before it uses it.
    await test.database.admin.query(
      `ALTER TABLE knowledge_release DISABLE TRIGGER USER;
       UPDATE knowledge_release SET content = replace(content, 'contraindicated', 'minor') WHERE id = '${id}';
       ALTER TABLE knowledge_release ENABLE TRIGGER USER`,
    );
    const body = { releaseId: id, reason: 'test' };
    const refused = await other.pharmacist.client.call(activateKnowledgeRelease, { body });
    expect(refused.problem.code).toBe('knowledge.release-unusable');
    await test.database.admin.query(
      `INSERT INTO knowledge_activation (id, hospital_id, release_id, reason, activated_by, activated_at)
       SELECT gen_random_uuid(), hospital_id, id, '', made_by, now() FROM knowledge_release WHERE id = $1`,
      [id],
    );
    const visit = await other.admitted(await other.factory.patient(other.hospital));
    await other.diagnosed(visit);
    const { safety } = await other.drafted(visit, enalaprilAndLosartan());
    expect(safety).toMatchObject({ checks: [], issues: [], release: { id } });
    expect(safety?.notChecked.map(({ check }) => check)).toContain('interaction');
    expect(safety?.notChecked[0]?.reason.en).toContain('differ from what the hospital signed');
  });
});

describe('an active release whose key was revoked', () => {
  it('is no longer used by a running process, which says “not checked” until another release is active', async () => {
    const other = await Clinic.open(test);
    await decided(other, aceArb, { changes: { severity: 'moderate' } });
    const { id } = await released(other.doctor.client, other.pharmacist.client);
    const visit = await other.admitted(await other.factory.patient(other.hospital));
    await other.diagnosed(visit);
    const draft = await other.drafted(visit, enalaprilAndLosartan());
    expect(severityOf(draft)).toBe('moderate');
    const examined = () => other.drafted(visit, enalaprilAndLosartan());
    const revoke = (invalidFrom: string) =>
      test.database.admin.query(
        `UPDATE signing_credential SET revoked_at = now(), invalid_from = ${invalidFrom}, revocation_reason = 'key-compromise'
         WHERE hospital_id = $1 AND kind = 'hospital-ca'`,
        [other.hospital.id],
      );
    // Revoked later than the signature was made: it still counts.
    await revoke('now()');
    expect(severityOf(await examined())).toBe('moderate');
    await revoke(`now() - interval '1 day'`);
    const { safety } = await examined();
    expect(safety).toMatchObject({ checks: [], issues: [], release: { id } });
    expect(safety?.notChecked.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['interaction', 'dose', 'allergy']),
    );
    await other.doctor.client.ok(activateKnowledgeRelease, { body: { releaseId: null, reason: 'Key stolen' } });
    expect(severityOf(await examined())).toBe('serious');
    const back = { body: { releaseId: id, reason: 'Back' } };
    expect((await other.doctor.client.call(activateKnowledgeRelease, back)).problem.code).toBe(
      'knowledge.release-unusable',
    );
  });
});

describe('the largest doses of the formulary', () => {
  it('are decided about and used like other rules', async () => {
    const other = await Clinic.open(test);
    const limits = { table: 'dose-limits', id: 'enalapril.oral.' } as const;
    const decision = await decided(other, limits, { changes: { adultPerDay: '5' } });
    expect(decision).toMatchObject({ state: 'signed', twoPeople: true });
    await released(other.doctor.client, other.pharmacist.client);
    const visit = await other.admitted(await other.factory.patient(other.hospital));
    await other.diagnosed(visit);
    const { safety } = await other.drafted(visit, enalaprilAndLosartan());
    expect(safety?.issues.filter(({ check }) => check === 'dose')).toEqual([
      expect.objectContaining({ source: expect.stringContaining('ONTARGET'), evidence: '10 mg > 5 mg' }),
    ]);
  });
});

describe('the effect on recent prescriptions', () => {
  it('is counted for a proposed decision and for a release, with small counts folded', async () => {
    const other = await Clinic.open(test);
    const patient = await other.factory.patient(other.hospital);
    for (let n = 0; n < 5; n++) {
      const visit = await other.admitted(await other.factory.patient(other.hospital));
      await other.diagnosed(visit);
      const draft = await other.drafted(visit, enalaprilAndLosartan());
      const acknowledgements = (draft.safety?.issues ?? []).map(({ id }) => ({
        issueId: id,
        reason: 'will-monitor' as const,
      }));
      const params = { prescriptionId: draft.id };
      await other.doctor.client.ok(signPrescription, { params, version: draft.version, body: { acknowledgements } });
    }
    await other.signed(patient);
    const proposed = await other.pharmacist.client.ok(proposeDecision, {
      body: { rules: [aceArb], action: 'switch-off', ...why },
    });
    const decisionId = proposed.items[0]?.id ?? '';
    const effect = await other.doctor.client.ok(readDecisionWhatIf, { params: { decisionId } });
    expect(effect).toMatchObject({
      prescriptions: 6,
      notCompared: 0,
      total: { raised: 0, silenced: 5, blocked: 0 },
      rules: [{ rule: 'interaction:ace-arb', silenced: 5 }],
    });
    await other.pharmacist.client.ok(withdrawDecisions, { body: { ids: [decisionId] } });

    await decided(other, aceArb, { changes: { severity: 'contraindicated' } });
    const release = await other.doctor.client.ok(makeKnowledgeRelease, { body: { note: 'July' } });
    const harder = await other.pharmacist.client.ok(readReleaseWhatIf, { params: { releaseId: release.id } });
    expect(harder.total).toEqual({ raised: 0, silenced: 0, blocked: 5 });

    // That decision is signed but not active: it is not the effect of another one.
    const minor = { table: 'interaction-rules', id: 'acarbose-digoxin' } as const;
    const second = await other.pharmacist.client.ok(proposeDecision, {
      body: { rules: [minor], action: 'switch-off', ...why },
    });
    const params = { decisionId: second.items[0]?.id ?? '' };
    const none = await other.doctor.client.ok(readDecisionWhatIf, { params });
    expect(none).toMatchObject({ prescriptions: 6, total: { raised: 0, silenced: 0, blocked: 0 }, rules: [] });
  });
});
