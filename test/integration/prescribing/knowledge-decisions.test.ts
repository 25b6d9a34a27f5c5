import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkDecisions,
  listKnowledgeRules,
  proposeDecision,
  readKnowledgeRule,
  signDecisions,
  withdrawDecisions,
} from '../../../shared/src/prescribing/knowledge.contract.ts';
import { listRules } from '../../../shared/src/prescribing/rules.contract.ts';
import { Clinic } from '../../support/clinic.ts';
import { aceArb, decided, released, why, type RuleKey } from '../../support/knowledge.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let clinic: Clinic;
beforeAll(async () => {
  test = await startTestApi();
  clinic = await Clinic.open(test);
});
afterAll(() => test.close());

const doctor = () => clinic.doctor.client;
const pharmacist = () => clinic.pharmacist.client;
const minor = { table: 'interaction-rules', id: 'acarbose-digoxin' } as const;
const pathOf = ({ table, id }: RuleKey) => ({ params: { table, rule: id } });
const propose = (body: object) =>
  pharmacist().call(proposeDecision, { body: { rules: [aceArb], action: 'accept', ...body } as never });

async function actions(): Promise<string[]> {
  const { rows } = await test.database.admin.query<{ action: string }>(
    `SELECT action FROM audit_event WHERE hospital_id = $1 AND entity = 'knowledge-decision' ORDER BY at, id`,
    [clinic.hospital.id],
  );
  return rows.map(({ action }) => action);
}

describe('a decision about a serious rule', () => {
  it('is proposed, checked and signed by two people, and audited with each step', async () => {
    const { items } = await pharmacist().ok(proposeDecision, { body: { rules: [aceArb], action: 'accept' } });
    const ids = items.map(({ id }) => id);
    expect(items).toMatchObject([{ state: 'proposed', twoPeople: true, version: 1, proposed: { own: true } }]);

    const alone = await pharmacist().call(checkDecisions, { body: { ids } });
    expect(alone).toMatchObject({ status: 403, problem: { code: 'knowledge.second-person' } });
    const early = await doctor().call(signDecisions, { body: { ids } });
    expect(early.problem.code).toBe('knowledge.transition-refused');

    await doctor().ok(checkDecisions, { body: { ids } });
    expect((await doctor().call(signDecisions, { body: { ids } })).problem.code).toBe('knowledge.second-person');
    expect(await doctor().ok(readKnowledgeRule, pathOf(aceArb))).toMatchObject({
      state: 'checked',
      needsAnother: true,
    });
    await pharmacist().ok(signDecisions, { body: { ids } });

    const rule = await pharmacist().ok(readKnowledgeRule, pathOf(aceArb));
    expect(rule).toMatchObject({ state: 'signed', action: 'accept', severity: 'serious', needsAnother: false });
    expect(rule.history).toMatchObject([{ state: 'signed', checked: { own: false }, signed: { own: true } }]);
    expect(await actions()).toEqual(['knowledge.proposed', 'knowledge.checked', 'knowledge.signed']);
  });

  it('is not possible by one person in the database either', async () => {
    const { items } = await propose({ action: 'switch-off', ...why }).then(
      ({ value }) => value as { items: { id: string }[] },
    );
    const asOne = `UPDATE knowledge_decision SET state = 'checked', checked_by = proposed_by, checked_at = now() WHERE id = $1`;
    await expect(test.database.admin.query(asOne, [items[0]?.id])).rejects.toThrow('knowledge_decision_two_people');
    const edited = `UPDATE knowledge_decision SET action = 'accept' WHERE id = $1`;
    await expect(test.database.admin.query(edited, [items[0]?.id])).rejects.toThrow('is not edited');
    await doctor().ok(withdrawDecisions, { body: { ids: items.map(({ id }) => id) } });
    // The signed decision counts again.
    expect(await doctor().ok(readKnowledgeRule, pathOf(aceArb))).toMatchObject({ state: 'signed', action: 'accept' });
  });

  it('rejects a second open decision, and both commands of which one part is impossible', async () => {
    const first = await pharmacist().ok(proposeDecision, { body: { rules: [aceArb], action: 'accept' } });
    expect((await propose({})).problem.code).toBe('knowledge.decision-open');
    const both = await pharmacist().call(proposeDecision, { body: { rules: [minor, aceArb], action: 'accept' } });
    expect(both.problem.code).toBe('knowledge.decision-open');
    expect(await doctor().ok(readKnowledgeRule, pathOf(minor))).toMatchObject({ state: 'undecided', history: [] });
    await pharmacist().ok(withdrawDecisions, { body: { ids: first.items.map(({ id }) => id) } });
  });
});

describe('a decision about a minor rule', () => {
  it('needs one person, unless it makes the rule serious', async () => {
    const { items } = await pharmacist().ok(proposeDecision, { body: { rules: [minor], action: 'accept' } });
    const ids = items.map(({ id }) => id);
    await pharmacist().ok(checkDecisions, { body: { ids } });
    await pharmacist().ok(signDecisions, { body: { ids } });
    const raised = await pharmacist().ok(proposeDecision, {
      body: { rules: [minor], action: 'change', changes: { severity: 'serious' }, ...why },
    });
    expect(raised.items).toMatchObject([{ version: 2, twoPeople: true }]);
    await doctor().ok(withdrawDecisions, { body: { ids: raised.items.map(({ id }) => id) } });
  });
});

describe('a change', () => {
  it.each<[string, object, string]>([
    ['without a source', { action: 'change', changes: { severity: 'minor' }, reason: 'x' }, 'source'],
    ['without a reason', { action: 'switch-off', source: 'x' }, 'reason'],
    ['without a value', { action: 'change', ...why }, 'changes'],
    ['of several rules', { rules: [aceArb, minor], action: 'change', changes: { severity: 'minor' }, ...why }, 'rules'],
    ['to an unknown severity', { action: 'change', changes: { severity: 'dreadful' }, ...why }, 'changes.severity'],
    ['to an empty text', { action: 'change', changes: { adviceZh: '' }, ...why }, 'changes.adviceZh'],
    ['of a column that the row lacks', { action: 'change', changes: { maxDays: '3' }, ...why }, 'changes.maxDays'],
  ])('is rejected %s', async (_, body, field) => {
    const { status, problem } = await propose(body);
    expect([status, problem.fields?.[0]?.path]).toEqual([400, field]);
  });

  it('is rejected when it changes nothing', async () => {
    const same = await propose({ action: 'change', changes: { severity: 'serious' }, ...why });
    expect(same.problem.code).toBe('knowledge.unchanged');
  });

  it('shows its source and its severity once it is signed, also for a dose limit', async () => {
    await decided(clinic, aceArb, { changes: { severity: 'moderate', adviceEn: 'Nephrology only.' } });
    expect(await doctor().ok(readKnowledgeRule, pathOf(aceArb))).toMatchObject({
      severity: 'moderate',
      source: why.source,
      says: { en: expect.stringContaining('Nephrology only.') },
      row: { severity: 'serious' },
    });
    const albendazole = { table: 'dose-courses', id: 'albendazole-days' } as const;
    await decided(clinic, albendazole, { changes: { maxDays: '14' } });
    const course = await doctor().ok(readKnowledgeRule, { params: { table: 'dose-courses', rule: albendazole.id } });
    expect(course.says).toEqual({ en: 'Max. days per course: 14', zh: '疗程最多天数：14' });
  });
});

describe('the list of rules', () => {
  it('is searched, filtered, sorted and paged', async () => {
    const first = await doctor().ok(listKnowledgeRules, { query: { limit: 3 } });
    expect(first.items.map(({ severity }) => severity)).toEqual(Array(3).fill('contraindicated'));
    expect(first.undecided).toBe(first.total - 3);
    const second = await doctor().ok(listKnowledgeRules, { query: { limit: 3, cursor: first.next ?? '' } });
    expect(second.items.map(({ id }) => id)).not.toContain(first.items[0]?.id);
    const found = await doctor().ok(listKnowledgeRules, {
      query: { q: '血管紧张素', table: 'interaction-rules', state: 'signed' },
    });
    expect(found.items.map(({ id }) => id)).toEqual(['ace-arb']);
    const names = await doctor().ok(listKnowledgeRules, {
      query: { sort: 'name', order: 'asc', severity: 'minor', limit: 100 },
    });
    const titles = names.items.map(({ title }) => title.en.toLowerCase());
    expect(titles).toEqual(titles.toSorted());
  });

  it('reaches every rule once', async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await doctor().ok(listKnowledgeRules, {
        query: { sort: 'table', limit: 100, ...(cursor ? { cursor } : {}) },
      });
      seen.push(...page.items.map(({ table, id }) => `${table} ${id}`));
      if (!page.next) {
        expect(seen).toHaveLength(page.total);
        break;
      }
      cursor = page.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('shows another hospital nothing of these decisions', async () => {
    const other = await Clinic.open(test);
    const { undecided, total } = await other.pharmacist.client.ok(listKnowledgeRules, { query: {} });
    expect(undecided).toBe(total);
    const id = (await doctor().ok(readKnowledgeRule, pathOf(aceArb))).decisionId ?? '';
    const foreign = await other.pharmacist.client.call(withdrawDecisions, { body: { ids: [id] } });
    expect(foreign.status).toBe(404);
  });
});

describe('a decision after a signed one', () => {
  const moderate = (id: string) => ({ table: 'interaction-rules', id }) as const;

  it.each<[string, RuleKey, object]>([
    ['accepted back', moderate('ace-allopurinol'), { action: 'accept' }],
    ['switched off', moderate('ace-nsaid'), { action: 'switch-off', ...why }],
    ['lowered', moderate('alcohol-metformin'), { action: 'change', changes: { severity: 'minor' }, ...why }],
  ])('needs another person at every step when a raised rule is %s', async (_, rule, body) => {
    await decided(clinic, rule, { changes: { severity: 'contraindicated' } });
    expect(await doctor().ok(readKnowledgeRule, pathOf(rule))).toMatchObject({ twoPeople: true });
    const { items } = await pharmacist().ok(proposeDecision, { body: { rules: [rule], ...body } as never });
    const ids = items.map(({ id }) => id);
    expect(items).toMatchObject([{ twoPeople: true, version: 2 }]);

    expect((await pharmacist().call(checkDecisions, { body: { ids } })).problem.code).toBe('knowledge.second-person');
    const asOne = `UPDATE knowledge_decision SET state = 'checked', checked_by = proposed_by, checked_at = now() WHERE id = $1`;
    await expect(test.database.admin.query(asOne, ids)).rejects.toThrow('knowledge_decision_two_people');
    await doctor().ok(checkDecisions, { body: { ids } });
    expect((await doctor().call(signDecisions, { body: { ids } })).problem.code).toBe('knowledge.second-person');
    await pharmacist().ok(signDecisions, { body: { ids } });

    // What is left is below serious again.
    const { items: later } = await pharmacist().ok(proposeDecision, { body: { rules: [rule], action: 'accept' } });
    expect(later).toMatchObject([{ twoPeople: false }]);
    await pharmacist().ok(withdrawDecisions, { body: { ids: later.map(({ id }) => id) } });
  });

  it('keeps earlier changes, and stores the whole difference from the shipped row', async () => {
    const rule = moderate('acipimox-statin');
    const shipped = (await doctor().ok(readKnowledgeRule, pathOf(rule))).row;
    await decided(clinic, rule, { changes: { adviceEn: 'Avoid.' } });
    const second = await decided(clinic, rule, { changes: { adviceZh: '避免合用。' } });
    expect(second.changes).toEqual({ adviceEn: 'Avoid.', adviceZh: '避免合用。' });
    const read = await doctor().ok(readKnowledgeRule, pathOf(rule));
    expect(read.says).toEqual({
      en: expect.stringMatching(/ Avoid\.$/),
      zh: expect.stringMatching(/避免合用。$/),
    });
    expect(read.changeable).toContainEqual({ column: 'adviceEn', value: 'Avoid.' });

    const same = await propose({ rules: [rule], action: 'change', changes: { adviceEn: 'Avoid.' }, ...why });
    expect(same.problem.code).toBe('knowledge.unchanged');
    const third = await decided(clinic, rule, { changes: { adviceEn: shipped['adviceEn'] ?? '' } });
    expect(third.changes).toEqual({ adviceZh: '避免合用。' });
    const back = { adviceZh: shipped['adviceZh'] ?? '' };
    const whole = await propose({ rules: [rule], action: 'change', changes: back, ...why });
    expect(whole.problem.code).toBe('knowledge.unchanged');
  });

  it('shows the signed form until it is signed, and beside it what is proposed', async () => {
    const rule = moderate('alcohol-paracetamol');
    await decided(clinic, rule, { changes: { severity: 'serious', adviceEn: 'Ask about alcohol.' } });
    const listed = async () => {
      const { items } = await doctor().ok(listKnowledgeRules, { query: { q: rule.id } });
      return items[0];
    };
    expect(await listed()).toMatchObject({ state: 'signed', signed: 'change', proposed: null });
    const changes = { severity: 'contraindicated', adviceEn: 'Never together.' };
    const body = { rules: [rule], action: 'change', changes, source: 'BNF 88', reason: 'Committee' };
    const { items } = await pharmacist().ok(proposeDecision, { body: body as never });
    const expected = {
      state: 'proposed',
      severity: 'serious',
      says: { en: expect.stringContaining('Ask about alcohol.') },
      source: why.source,
      signed: 'change',
      proposed: {
        action: 'change',
        source: 'BNF 88',
        reason: 'Committee',
        after: { severity: 'contraindicated', says: { en: expect.stringContaining('Never together.') } },
      },
    };
    expect(await listed()).toMatchObject(expected);
    expect(await doctor().ok(readKnowledgeRule, pathOf(rule))).toMatchObject(expected);
    await doctor().ok(withdrawDecisions, { body: { ids: items.map(({ id }) => id) } });

    await decided(clinic, rule, 'switch-off');
    await pharmacist().ok(proposeDecision, { body: { rules: [rule], action: 'accept' } });
    expect(await listed()).toMatchObject({
      signed: 'switch-off',
      severity: 'moderate',
      proposed: { action: 'accept', after: { severity: 'moderate' } },
    });
  });
});

describe('the page of the rules', () => {
  it('names the active release and counts what the hospital decided', async () => {
    const other = await Clinic.open(test);
    const staff = other.doctor.client;
    expect((await staff.ok(listRules, {})).release).toBeNull();
    const { total } = await staff.ok(listKnowledgeRules, { query: {} });
    await decided(other, aceArb, 'accept');
    await decided(other, minor, 'switch-off');
    await decided(other, { table: 'interaction-rules', id: 'ace-nsaid' }, { changes: { adviceEn: 'Avoid.' } });
    await released(other.pharmacist.client, staff);
    expect((await staff.ok(listRules, {})).release).toMatchObject({
      number: 1,
      decided: { accepted: 1, changed: 1, switchedOff: 1, undecided: total - 3 },
    });
  });
});
