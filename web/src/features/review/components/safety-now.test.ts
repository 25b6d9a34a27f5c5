// @vitest-environment happy-dom
import type { DetectedIssue, SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import { safetyChecks } from '@yunzhen/shared/prescribing/prescribing.constants';
import type { ReviewDetail } from '@yunzhen/shared/review/review.contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import { appTexts } from '../../../app/texts/texts.ts';
import { mounted } from '../../../ui/testing/mounted.ts';
import SafetyNow from './safety-now.vue';

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
/** Builds the parts of a review that the component reads. */
const review = (now: Partial<SafetyReport>, atSigning = report()) =>
  ({
    safetyNow: report(now),
    prescription: {
      items: [{ id: 'a', productName: both('Prednisolone') }],
      doctor: { id: 'd', name: '沈清', nameLatin: 'Shen Qing' },
      safety: atSigning,
      acknowledgements: [{ issueId: 'interaction:serious', reason: 'will-monitor' }],
    },
  }) as unknown as ReviewDetail;

let page: Awaited<ReturnType<typeof mounted>>;
const show = async (...given: Parameters<typeof review>) =>
  (page = await mounted(SafetyNow, { review: review(...given) }));
const saysNoAlerts = () => page.all('[data-testid=review-no-alerts]').length > 0 || /no alert/i.test(page.text());

beforeEach(async () => {
  provideTexts(appTexts);
  await needTexts();
  await setLocale('en');
});
afterEach(() => page.end());

describe('The pharmacist’s view of the safety checks', () => {
  it('says that everything was checked and nothing found when that is so', async () => {
    await show({});
    expect(saysNoAlerts()).toBe(true);
  });

  it.each<[string, Partial<SafetyReport>]>([
    ['one check did not answer', { checks: safetyChecks.filter((check) => check !== 'dose'), notChecked: [hung] }],
    ['one check ran and could not judge a line', { notChecked: [hung] }],
    ['no check ran', { checks: [], notChecked: safetyChecks.map((check) => ({ ...hung, check })) }],
    ['one check is missing from the report', { checks: safetyChecks.filter((check) => check !== 'dose') }],
  ])('never says "no alerts" where %s', async (_what, over) => {
    await show(over);
    expect(saysNoAlerts()).toBe(false);
    expect(page.text()).not.toMatch(/Completed:[^.]*dose/i);
    expect(page.text()).toMatch(/dose/i);
    if (over.notChecked) expect(page.text()).toContain('No answer within 2 s.');
  });

  it.each(['contraindicated', 'serious', 'moderate', 'minor'] as const)('shows a %s alert', async (severity) => {
    await show({ issues: [issue(severity)] });
    const [shown] = page.all(`[data-testid=review-finding][data-severity=${severity}]`);
    expect(shown?.textContent?.toLowerCase()).toContain(severity);
    expect(page.text()).toContain('New since signing');
    expect(page.text().includes('Overridden by')).toBe(severity === 'serious');
    expect(saysNoAlerts()).toBe(false);
  });

  it('names the version of the data; the rules page says who reviewed it', async () => {
    await show({ dataReviewedBy: null });
    expect(page.all('[data-testid=data-version]')[0]?.textContent).toContain(report().dataVersion);
    expect(page.text()).not.toContain('No clinician has reviewed');
  });

  it('separates findings at signing that no longer exist from current ones', async () => {
    await show({}, report({ issues: [issue('moderate')] }));
    expect(page.text()).toContain('Seen at signing, no longer found');
    await show({ issues: [issue('moderate')] }, report({ issues: [issue('moderate')] }));
    expect(page.text()).not.toContain('New since signing');
  });

  it('labels both reports and follows the latest answer', async () => {
    const other = { origin: 'prescription', name: both('Ibuprofen'), prescribedAt: '2026-11-12T04:00:00Z' } as const;
    await show({});
    await page.set({ review: review({ issues: [issue('serious', { other })] }) });
    expect(page.all('[data-testid=alert-sides]')[0]?.textContent).toContain(
      'Ibuprofen (Ibuprofen（中）) on the active prescription of 12 Nov 2026',
    );
    expect(saysNoAlerts()).toBe(false);
  });
});
