import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { safetyReport } from '@yunzhen/shared/prescribing/prescribing.schemas';
import { createLogger } from '../../../../platform/logging/logger.ts';
import { loadCuratedFormulary, ownCatalogue } from '../../../catalogues/index.ts';
import { releaseContent } from '../../curation/release-json.ts';
import { packPairs } from '../../imports/imported-pairs.ts';
import { checkRegistry } from '../check-registry.ts';
import { shippedTables } from '../knowledge/knowledge-tables.ts';
import { knowledgeOfRelease, type ReleasedRules } from '../knowledge/released-knowledge.ts';
import { checkSafety } from '../testing/check-safety.ts';
import { allergyTo, draftItem, safetyCase, taking } from '../testing/safety-case.ts';
import { OneThread } from './one-thread.ts';
import { SafetyThreads, type SafetyLimits } from './safety-threads.ts';

const logged: { check?: string; ending?: string }[] = [];
const destination = { write: (line: string) => void logged.push(JSON.parse(line) as (typeof logged)[number]) };
const log = createLogger({ level: 'error', name: 'test', destination });
const names = checkRegistry.map(({ name }) => name);
const registry = { url: new URL('../testing/failing-registry.ts', import.meta.url).href, names };
const started: SafetyThreads[] = [];
/** Threads start slowly when the machine is busy, so the limits are generous. */
const threads = (limits: Partial<SafetyLimits> = {}) => {
  const made = new SafetyThreads(log, {
    limits: { start: 50_000, prepare: 50_000, check: 20_000, whole: 50_000, wait: 50_000, idle: 50_000, ...limits },
    registry,
  });
  started.push(made);
  return made;
};
/** For tests of checks that hang: others may stand still for seconds on a busy machine. */
const hangMs = 4_000;
/** For tests in which no thread ends. */
const lasting = threads();
const draft = (...ids: string[]) =>
  safetyCase({
    items: ids.map((id) => ({ ...draftItem('ibuprofen-200mg-tablet'), id })),
    allergies: [allergyTo('penicillin')],
    activeMedicines: [taking('warfarin')],
  });
const without = (...missing: string[]) => names.filter((name) => !missing.includes(name));

afterAll(() => Promise.all(started.map((each) => each.stop())));

describe('safety checks in worker threads', () => {
  it('return the same result as in one thread', async () => {
    const input = draft('a', 'b');
    expect(await lasting.check(input)).toEqual(checkSafety(input));
  });

  it('are stopped when idle, and started again by the next draft', async () => {
    const stop = vi.spyOn(OneThread.prototype, 'stop');
    onTestFinished(() => stop.mockRestore());
    const asked = threads({ idle: 10 });
    const input = draft('a');
    const before = await asked.check(input);
    await expect.poll(() => stop.mock.calls.length).toBe(1);
    expect(await asked.check(input)).toEqual(before);
  });

  it('use the hospital’s own list as the process does', async () => {
    const lost = ownCatalogue(loadCuratedFormulary(), { version: 'L1', rows: null }, []);
    const input = { ...draft('a'), catalogue: lost };
    expect(await lasting.check(input)).toEqual(checkSafety(input));
    expect(await lasting.check(input)).toEqual(checkSafety(input));
    expect((await lasting.check(draft('a'))).dataVersion).toBe(checkSafety(draft('a')).dataVersion);
  });

  it('use the release of the hospital, and check nothing with one that this program cannot use', async () => {
    const tables = { ...shippedTables(), 'interaction-rules': [] };
    const release = {
      hospitalId: 'h',
      id: 'r',
      number: 3,
      imported: null,
      sha256: 'a'.repeat(64),
      content: releaseContent(tables, 'v', []),
    };
    const input = draft('a');
    const rules = (of: typeof release) => lasting.check({ ...input, release: of });
    for (const found of [await rules(release), await rules(release)]) {
      expect(found).toEqual(checkSafety(input, knowledgeOfRelease(release)));
      expect(found.issues.map(({ check }) => check)).not.toContain('interaction');
      expect(found.dataVersion).toContain('rules v, release 3 (aaaaaaaaaaaa)');
    }
    const sources = release.content.replace('"confidence":"sure"', '"confidence":"no"');
    const layout = release.content.replace('knowledge-release/1', 'knowledge-release/2');
    for (const [sha256, content] of [
      ['b'.repeat(64), sources],
      ['c'.repeat(64), layout],
    ] as const) {
      const broken = await rules({ ...release, sha256, content });
      expect(broken).toMatchObject({ checks: [], issues: [], dataVersion: 'none' });
      expect(broken.notChecked.map(({ check }) => check).toSorted()).toEqual(names.toSorted());
      expect(broken.notChecked[0]?.reason.en).toContain('cannot be used');
    }
    expect(await lasting.check(input)).toEqual(checkSafety(input));
  });

  it('keep the releases of hospitals apart, though their sets are alike', async () => {
    const says = { severity: 'serious', evidence: 'probable', source: 's' } as const;
    const texts = { mechanism: { en: 'm', zh: '机' }, advice: { en: 'a', zh: '建' } };
    const imported = packPairs([{ a: 'ibuprofen', b: 'paracetamol', says: { ...says, ...texts } }]);
    const base = { file: 'f', version: '1', pairs: 1, packed: 'p' };
    const release = { id: 'r', number: 3, imported: null, sha256: 'a'.repeat(64) };
    const content = (of: typeof base | null) => releaseContent(shippedTables(), 'v', [], of);
    const input = safetyCase({
      items: ['ibuprofen-200mg-tablet', 'paracetamol-500mg-tablet'].map((id) => draftItem(id)),
    });
    const found = async (of: Omit<ReleasedRules, 'id' | 'sha256'>) => {
      const { issues, dataVersion } = await lasting.check({ ...input, release: { ...release, ...of } });
      return { named: dataVersion, imported: issues.some(({ id }) => id.startsWith('interaction:imported-')) };
    };
    // The same digest and id throughout, as if both were wrong: only the hospital differs.
    expect(await found({ hospitalId: 'one', number: 3, content: content(base), imported })).toEqual({
      named: expect.stringContaining('release 3 '),
      imported: true,
    });
    expect(await found({ hospitalId: 'other', number: 9, content: content(null), imported: null })).toEqual({
      named: expect.stringContaining('release 9 '),
      imported: false,
    });
    // A base that the set does not name is not used.
    const unnamed = { hospitalId: 'third', number: 1, content: content(null), imported };
    expect(await lasting.check({ ...input, release: { ...release, ...unnamed } })).toMatchObject({ checks: [] });
  });

  it('name exactly the check that hangs, and stay within their time limit', async () => {
    const asked = threads({ check: hangMs });
    await asked.check(draft('a'));
    logged.length = 0;
    const found = await asked.check(draft('spins:dose', 'b'));
    expect(found.checks).toEqual(without('dose'));
    expect(found.notChecked).toMatchObject([{ check: 'dose', itemIds: ['spins:dose', 'b'] }]);
    expect(found.notChecked[0]?.reason.en).toContain('was stopped');
    // The findings of the other checks remain.
    expect(found.issues.map(({ check }) => check)).toContain('interaction');
    // Only one thread was stopped, on the limit of that check. If the total limit had expired, the later checks would not have run.
    expect(logged.map(({ check, ending }) => ({ check, ending }))).toEqual([{ check: 'dose', ending: 'too-slow' }]);
    expect(names.indexOf('dose')).toBeLessThan(names.length - 1);
    expect(safetyReport.safeParse({ checkedAt: '2026-11-24T08:00:00Z', ...found }).error).toBeUndefined();
    // The next draft is checked normally.
    expect((await asked.check(draft('a'))).checks).toEqual(names);
  });

  it('name each check that hangs, throws or ends its thread', async () => {
    const found = await threads({ check: hangMs }).check(draft('throws:allergy', 'hangs:interaction', 'dies:age', 'd'));
    expect(found.checks).toEqual(without('allergy', 'interaction', 'age'));
    expect(new Set(found.notChecked.map(({ check }) => check))).toEqual(new Set(['allergy', 'interaction', 'age']));
  });

  it('check other drafts while one draft hangs', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yunzhen-hangs-'));
    const file = join(folder, 'go-on');
    const asked = threads({ check: 50_000 });
    await Promise.all([asked.check(draft('a')), asked.check(draft('a'))]);
    let ended = false;
    const hanging = asked.check(draft(`waits:dose:${file}`)).finally(() => (ended = true));
    for (let n = 0; n < 20; n++) expect((await asked.check(draft(`draft-${n}`))).checks).toEqual(names);
    expect(ended).toBe(false);
    await writeFile(file, '');
    expect((await hanging).checks).toEqual(names);
    await rm(folder, { recursive: true });
  });

  it('report every check as not done when the total time limit expires', async () => {
    const found = await threads({ check: 300, whole: 200, wait: 0 }).check(draft('hangs:allergy'));
    expect(found).toMatchObject({ checks: [], issues: [] });
    expect(new Set(found.notChecked.map(({ check }) => check))).toEqual(new Set(names));
  });

  it('report every check as not done when no thread starts', async () => {
    const none = new SafetyThreads(log, { registry: { url: 'file:///nowhere/registry.ts', names } });
    const found = await none.check(draft('a'));
    expect(found).toMatchObject({ dataVersion: 'none', checks: [], issues: [] });
    expect(new Set(found.notChecked.map(({ check }) => check))).toEqual(new Set(names));
  });
});
