import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activateHospitalList, readHospitalList } from '../../../shared/src/catalogues/hospital-lists.contract.ts';
import {
  activateKnowledgeRelease,
  checkDecisions,
  listKnowledgeReleases,
  listKnowledgeRules,
  makeKnowledgeRelease,
  proposeDecision,
  readKnowledgeRelease,
  readKnowledgeRule,
  signDecisions,
} from '../../../shared/src/prescribing/knowledge.contract.ts';
import type { Prescription } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { Clinic, line } from '../../support/clinic.ts';
import type { TestPerson } from '../../support/factories.ts';
import { aceArb, decided, released, why } from '../../support/knowledge.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let clinic: Clinic;
let administrator: TestPerson;
beforeAll(async () => {
  test = await startTestApi();
  clinic = await Clinic.open(test);
  administrator = await clinic.factory.staff(clinic.hospital, 'administrator');
});
afterAll(() => test.close());

const kind = 'interactions' as const;
const table = 'imported-pairs' as const;
const base = (edition: string, text = 'Something happens.') =>
  [
    'a,b,severity,source,mechanismEn,mechanismZh,adviceEn,adviceZh',
    `loratadine,paracetamol,serious,${edition},${text},机制。,Avoid.,避免。`,
    `folic-acid,loratadine,minor,${edition},It does little.,影响小。,Nothing.,无需处理。`,
    `amlodipine,cetirizine,moderate,${edition},It does something.,有影响。,Watch.,监测。`,
  ].join('\n');

async function activated(file: string): Promise<void> {
  const params = { kind, listId: newId() };
  const answer = await fetch(`${test.url}/api/hospital-lists/${kind}/${params.listId}?fileName=base.csv`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${administrator.client.accessToken}`, 'content-type': 'text/csv' },
    body: new Uint8Array(Buffer.from(file)),
  });
  expect(answer.status).toBe(200);
  await expect
    .poll(async () => (await administrator.client.ok(readHospitalList, { params })).state, { timeout: 30_000 })
    .toBe('ready');
  await administrator.client.ok(activateHospitalList, { params: { kind }, body: { listId: params.listId } });
}

async function interactions(): Promise<NonNullable<Prescription['safety']>['issues']> {
  const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
  await clinic.diagnosed(visit);
  const { safety } = await clinic.drafted(visit, [
    line(),
    line({
      productId: 'loratadine-10mg-tablet',
      timing: { frequency: 1, period: 1, periodUnit: 'd', when: null },
      quantity: { value: '3', unit: 'tablet', manual: false },
    }),
  ]);
  return safety?.issues.filter(({ check }) => check === 'interaction') ?? [];
}

const pair = { table, id: 'loratadine+paracetamol' };
const listed = async (query: Record<string, string>) => {
  const page = await clinic.doctor.client.ok(listKnowledgeRules, { query: { table, ...query } as never });
  return page.items.map(({ id }) => id);
};

describe('pairs of an imported base', () => {
  it('are listed page by page, gravest first, and searched by the names of their substances', async () => {
    expect(await listed({})).toEqual([]);
    await activated(base('Example base 2026'));
    const first = await clinic.doctor.client.ok(listKnowledgeRules, { query: { table, limit: 2 } });
    expect(first).toMatchObject({ total: 3, undecided: 3, items: [{ severity: 'serious' }, { severity: 'moderate' }] });
    const rest = await clinic.doctor.client.ok(listKnowledgeRules, {
      query: { table, limit: 2, ...(first.next ? { cursor: first.next } : {}) },
    });
    expect(rest.items.map(({ id }) => id)).toEqual(['folic-acid+loratadine']);
    expect(await listed({ q: '氯雷他定' })).toEqual(['loratadine+paracetamol', 'folic-acid+loratadine']);
    expect(await listed({ q: 'paracet lorat' })).toEqual(['loratadine+paracetamol']);
    expect(await listed({ severity: 'moderate' })).toEqual(['amlodipine+cetirizine']);
    expect(await listed({ sort: 'name', order: 'asc' })).toEqual([
      'amlodipine+cetirizine',
      'folic-acid+loratadine',
      'loratadine+paracetamol',
    ]);
  });

  it('need two people for a serious one, and a source that is more than the kind of work', async () => {
    const { doctor, pharmacist } = clinic;
    const rules = [pair];
    const change = { rules, action: 'change' as const, ...why, changes: { severity: 'moderate' } };
    const bad = { ...change, source: 'label' };
    expect((await pharmacist.client.call(proposeDecision, { body: bad })).problem.code).toBe('validation.failed');
    const unknown = { ...change, rules: [{ table, id: 'loratadine+nothing' }] };
    expect((await pharmacist.client.call(proposeDecision, { body: unknown })).problem.code).toBe('resource.not-found');
    const { items } = await pharmacist.client.ok(proposeDecision, { body: change });
    const ids = items.map(({ id }) => id);
    expect((await pharmacist.client.call(checkDecisions, { body: { ids } })).problem.code).toBe(
      'knowledge.second-person',
    );
    await doctor.client.ok(checkDecisions, { body: { ids } });
    const signed = await pharmacist.client.ok(signDecisions, { body: { ids } });
    expect(signed.items).toMatchObject([{ state: 'signed', outdated: false, ruleId: pair.id }]);
    expect(await listed({ state: 'signed' })).toEqual([pair.id]);
    expect(await listed({ sort: 'decided' })).toEqual([pair.id, 'folic-acid+loratadine', 'amlodipine+cetirizine']);
  });

  it('are used as the hospital signed them, once a release contains the decision', async () => {
    const { doctor, pharmacist } = clinic;
    const release = await released(doctor.client, pharmacist.client, 'With a changed pair');
    expect(await doctor.client.ok(readKnowledgeRelease, { params: { releaseId: release.id } })).toMatchObject({
      verification: 'valid',
      base: { pairs: 3, decided: 1 },
    });
    expect(await interactions()).toMatchObject([{ severity: 'moderate', source: why.source }]);

    await decided(clinic, pair, 'switch-off');
    const without = await released(doctor.client, pharmacist.client, 'Without the pair');
    expect(await doctor.client.ok(readKnowledgeRelease, { params: { releaseId: without.id } })).toMatchObject({
      base: { pairs: 2, decided: 1 },
      coverage: { signed: 1, switchedOff: 1 },
    });
    expect(await interactions()).toEqual([]);
  });

  it('are among the differences of a release that changes them back, switches them off, or has another edition', async () => {
    const { doctor, pharmacist } = clinic;
    const nextOf = async () => (await doctor.client.ok(listKnowledgeReleases, { query: {} })).upcoming;
    const before = await nextOf();
    expect(before).toMatchObject({ coverage: { signed: 1, switchedOff: 1 }, differences: { total: 0 } });
    await decided(clinic, pair, { changes: { severity: 'minor' } });
    const difference = {
      table,
      ruleId: pair.id,
      severityAfter: 'minor',
      title: { en: expect.stringContaining(' + ') },
    };
    const next = await nextOf();
    expect(next).toMatchObject({
      coverage: { rows: before.coverage.rows + 1, signed: 1, switchedOff: 0 },
      differences: { total: 1, items: [{ ...difference, kind: 'added', severityBefore: null }] },
    });
    const release = await doctor.client.ok(makeKnowledgeRelease, { body: { note: 'Minor' } });
    const read = () => doctor.client.ok(readKnowledgeRelease, { params: { releaseId: release.id } });
    expect(await read()).toMatchObject({ coverage: next.coverage, differences: next.differences });
    await decided(clinic, aceArb, 'switch-off');
    await released(doctor.client, pharmacist.client, 'A rule of our own too');
    await decided(clinic, pair, 'accept');
    expect((await nextOf()).differences).toMatchObject({
      total: 1,
      items: [{ ...difference, kind: 'changed', severityBefore: 'minor', severityAfter: 'serious' }],
    });
    await decided(clinic, pair, 'switch-off');
    await released(doctor.client, pharmacist.client, 'Switched off again');
  });

  it('count as they are when a new edition says something else, until they are decided again', async () => {
    const { doctor, pharmacist } = clinic;
    await activated(base('Example base 2027', 'Something worse happens.'));
    const rule = await doctor.client.ok(readKnowledgeRule, { params: { table, rule: pair.id } });
    expect(rule).toMatchObject({ state: 'outdated', signed: null, severity: 'serious', source: 'Example base 2027' });
    expect(rule.history.every(({ outdated }) => outdated)).toBe(true);
    const { differences } = (await doctor.client.ok(listKnowledgeReleases, { query: {} })).upcoming;
    expect(differences.items).toMatchObject([
      { table, kind: 'changed', title: { en: expect.any(String) }, severityAfter: null },
      { table, kind: 'added', ruleId: pair.id, severityAfter: 'serious' },
    ]);
    await released(doctor.client, pharmacist.client, 'The new edition');
    expect(await interactions()).toMatchObject([{ severity: 'serious', source: 'Example base 2027' }]);
  });
});

describe('an active imported base that cannot be read', () => {
  it('is shown as unreadable; releases are still listed and can be activated, and none is signed with it', async () => {
    const { doctor, pharmacist } = clinic;
    await activated(base('Example base 2028'));
    await test.database.admin.query(
      `ALTER TABLE hospital_list DISABLE TRIGGER USER;
       UPDATE hospital_list SET sha256 = sha256('of an older program'::bytea), content = 'x'::bytea
       WHERE id = (SELECT list_id FROM hospital_list_activation WHERE hospital_id = '${clinic.hospital.id}'
                   ORDER BY activated_at DESC LIMIT 1);
       ALTER TABLE hospital_list ENABLE TRIGGER USER`,
    );
    const list = await doctor.client.ok(listKnowledgeReleases, { query: {} });
    expect(list).toMatchObject({
      activeVerification: 'valid',
      upcoming: { base: expect.any(String), baseUnreadable: true, differences: { total: 0 } },
    });
    expect(list.items.length).toBeGreaterThan(1);
    const rules = await doctor.client.ok(listKnowledgeRules, { query: { table } });
    expect(rules).toMatchObject({ items: [], baseUnreadable: true, baseVersion: list.upcoming.base });
    const made = await doctor.client.call(makeKnowledgeRelease, { body: { note: 'With it' } });
    expect(made.problem.code).toBe('knowledge.release-unusable');
    // The active release contains its own copy.
    expect(await interactions()).toMatchObject([{ severity: 'serious' }]);
    const [, earlier] = list.items;
    const body = { releaseId: earlier?.id ?? '', reason: 'Back' };
    await pharmacist.client.ok(activateKnowledgeRelease, { body });
  });
});
