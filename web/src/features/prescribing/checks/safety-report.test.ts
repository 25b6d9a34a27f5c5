// @vitest-environment happy-dom
import type { DetectedIssue, SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import { safetyChecks } from '@yunzhen/shared/prescribing/prescribing.constants';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import { appTexts } from '../../../app/texts/texts.ts';
import { mounted } from '../../../ui/testing/mounted.ts';
import type { CheckViewModel } from './check-view-model.ts';
import Report from './safety-report.vue';

const both = (en: string) => ({ en, zh: `${en}（中）` });
const issue = (severity: DetectedIssue['severity'], over: Partial<DetectedIssue> = {}): DetectedIssue => ({
  id: `interaction:${severity}`,
  check: 'interaction',
  severity,
  itemIds: ['a'],
  title: both('Prednisolone with Ibuprofen'),
  mechanism: both('Both harm the stomach.'),
  advice: both('Choose another.'),
  evidence: 'e',
  source: 's',
  overridable: severity !== 'contraindicated',
  ...over,
});
const report = (over: Partial<SafetyReport> = {}): SafetyReport => ({
  checkedAt: '2026-11-24T08:00:00Z',
  dataVersion: 'formulary 1, rules 1',
  checks: [...safetyChecks],
  issues: [],
  notChecked: [],
  ...over,
});
const hung = { check: 'dose', itemIds: ['a'], reason: both('No answer within 2 s.') };
const current = (over?: Partial<SafetyReport>): CheckViewModel => ({ kind: 'current', report: report(over) });

let page: Awaited<ReturnType<typeof mounted>>;
const show = async (view: CheckViewModel, last: SafetyReport | null = null) => {
  page = await mounted(Report, {
    view,
    last,
    reasons: {},
    nameOf: (id: string) => (id === 'a' ? 'Prednisolone' : undefined),
  });
  return page;
};
const saysNoAlerts = () => page.all('[data-testid=no-alerts]').length > 0 || /no alert/i.test(page.text());

beforeEach(async () => {
  provideTexts(appTexts);
  await needTexts();
  await setLocale('en');
});
afterEach(() => page.end());

describe('The doctor’s view of the safety checks', () => {
  it('says that everything was checked and nothing found when that is so', async () => {
    await show(current());
    expect(saysNoAlerts()).toBe(true);
    expect(page.text()).toContain('renal function');
    expect(page.text()).toContain('formulary 1, rules 1');
  });

  it.each<[string, CheckViewModel, string]>([
    ['before there is a result', { kind: 'checking', slow: false }, 'Not checked yet'],
    ['while the answer is long in coming', { kind: 'checking', slow: true }, 'Do not rely'],
    ['when no answer came', { kind: 'not-checked', why: 'no-answer' }, 'no report for these lines'],
    ['without a connection', { kind: 'not-checked', why: 'away' }, 'no connection'],
    ['when the lines were refused', { kind: 'not-checked', why: 'refused' }, 'were rejected'],
    ['when the draft was changed elsewhere', { kind: 'not-checked', why: 'conflict' }, 'changed elsewhere'],
    ['while a line is incomplete', { kind: 'not-checked', why: 'incomplete' }, 'incomplete'],
  ])('never says "no alerts" %s, whatever the report of an earlier version says', async (_when, view, words) => {
    for (const last of [null, report()]) {
      await show(view, last);
      expect(saysNoAlerts()).toBe(false);
      expect(page.text()).toContain(words);
      page.end();
    }
    await show(view, report({ issues: [issue('serious')] }));
    expect(page.text()).toContain('Results for an earlier version');
    // A report of an earlier version takes no reasons.
    expect(page.all('[role=combobox]')).toHaveLength(0);
  });

  it.each<[string, Partial<SafetyReport>]>([
    ['one check did not answer', { checks: safetyChecks.filter((check) => check !== 'dose'), notChecked: [hung] }],
    ['one check ran and could not judge a line', { notChecked: [hung] }],
    ['no check ran', { checks: [], notChecked: safetyChecks.map((check) => ({ ...hung, check })) }],
    ['one check is missing from the report', { checks: safetyChecks.filter((check) => check !== 'dose') }],
  ])('never says "no alerts" where %s', async (_what, over) => {
    await show(current(over));
    expect(saysNoAlerts()).toBe(false);
    expect(page.text()).toContain('dose');
    expect(page.text()).not.toMatch(/Completed:[^.]*dose/);
    if (over.notChecked)
      expect(page.all('[data-testid=not-checked]')[0]?.textContent).toContain('No answer within 2 s.');
  });

  it.each(['contraindicated', 'serious', 'moderate', 'minor'] as const)('shows a %s alert', async (severity) => {
    await show(current({ issues: [issue(severity)] }));
    const [shown] = page.all(`[data-testid=safety-issue][data-severity=${severity}]`);
    expect(shown?.textContent?.toLowerCase()).toContain(severity);
    expect(shown?.textContent).toContain('Choose another.');
    // Only alerts that can be overridden ask for a reason: not minor ones, which only inform, and not contraindications.
    expect(page.all('[role=combobox]')).toHaveLength(severity === 'serious' || severity === 'moderate' ? 1 : 0);
    expect(page.text().includes('Contraindicated.')).toBe(severity === 'contraindicated');
    expect(saysNoAlerts()).toBe(false);
  });

  it('distinguishes two alerts of the same title', async () => {
    const name = both('Ibuprofen');
    await show(
      current({
        issues: [
          issue('serious', { id: '1', itemIds: ['a', 'b'], other: { origin: 'draft', name, prescribedAt: null } }),
          issue('serious', { id: '2', other: { origin: 'prescription', name, prescribedAt: '2026-11-12T10:30:00Z' } }),
          issue('serious', { id: '3', other: { origin: 'stated', name, prescribedAt: null } }),
        ],
      }),
    );
    const [draft, prescribed, stated] = page.all('[data-testid=alert-sides]').map((each) => each.textContent);
    expect(draft).toContain('on this prescription');
    expect(prescribed).toContain('active prescription of 12 Nov 2026');
    expect(stated).toContain('patient’s list of current medicines');
  });

  it('names the version of the data; the rules page says who reviewed it', async () => {
    await show(current({ dataReviewedBy: null }));
    expect(page.all('[data-testid=data-version]')[0]?.textContent).toContain('formulary 1, rules 1');
    expect(page.text()).not.toContain('No clinician has reviewed');
  });

  it('folds minor alerts to one row that names them, and nothing above minor', async () => {
    const all = (['contraindicated', 'serious', 'moderate', 'minor'] as const).map((severity) =>
      issue(severity, { title: both(`${severity} title`), mechanism: both(severity) }),
    );
    await show(current({ issues: all, notChecked: [hung] }));
    const isFolded = (severity: string) =>
      page.all(`[data-severity=${severity}]`)[0]?.closest<HTMLElement>('ul')?.style.display === 'none';
    expect(all.map(({ severity }) => isFolded(severity))).toEqual([false, false, false, true]);
    const [fold] = page.all('[data-testid=minor-alerts] button');
    expect(fold?.textContent).toContain('1 minor alert');
    expect(fold?.textContent).toContain('minor title');
    expect(page.all('[data-testid=not-checked]')).toHaveLength(1);
    fold?.click();
    await expect.poll(() => isFolded('minor')).toBe(false);
  });

  it('shows one mechanism in one row with every title and advice, and asks for one reason', async () => {
    const name = both('Type 2 diabetes');
    await show(
      current({
        issues: [
          issue('moderate', { id: '1', title: both('Prednisone with Metformin'), advice: both('Check sugar.') }),
          issue('moderate', {
            id: '2',
            title: both('Prednisone with Type 2 diabetes'),
            evidence: 'E11',
            condition: name,
          }),
        ],
      }),
    );
    const rows = page.all('[data-testid=safety-issue]');
    expect(rows).toHaveLength(1);
    for (const words of ['Metformin', 'Type 2 diabetes', 'Check sugar.', 'Choose another.'])
      expect(rows[0]?.textContent).toContain(words);
    expect(page.all('[role=combobox]')).toHaveLength(1);
    // A reason for one of them leaves the row open.
    const reason = { code: 'will-monitor', text: '' };
    const unanswered = () => page.all('[role=combobox][data-placeholder]').length;
    await page.set({ reasons: { '1': reason } });
    expect(unanswered()).toBe(1);
    await page.set({ reasons: { '1': reason, '2': { code: 'other', text: 'Short course.' } } });
    expect(unanswered()).toBe(1);
    await page.set({ reasons: { '1': reason, '2': reason } });
    expect(unanswered()).toBe(0);
    expect(page.all('[data-testid=safety-details]')).toHaveLength(0);
    page.all('[data-testid=safety-issue] button[aria-expanded]')[0]?.click();
    await expect.poll(() => page.text()).toContain('On record: Type 2 diabetes (Type 2 diabetes（中）) (E11)');
    expect(page.text()).toContain('Both harm the stomach.');
  });

  it('removes "no alerts" as soon as the draft has changed, also in Chinese', async () => {
    await setLocale('zh-CN');
    await show(current(), report());
    expect(page.text()).toContain('没有警示');
    await page.set({ view: { kind: 'checking', slow: false } });
    expect(page.text()).not.toContain('没有警示');
    await page.set({ view: current({ notChecked: [hung] }) });
    expect(page.text()).not.toContain('没有警示');
    expect(page.text()).toContain('No answer within 2 s.（中）');
  });
});
