// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import { mounted } from '../../../ui/testing/mounted.ts';
import type { UsualSig } from './line-draft.ts';
import UsualSigs from './usual-sigs.vue';

const sig: UsualSig = {
  dose: { value: '1', unit: 'tablet' },
  timing: { frequency: 1, period: 6, periodUnit: 'h', when: null },
  durationDays: 3,
  asNeeded: { reason: { en: 'fever or pain', zh: '发热或疼痛' }, maxPerDay: 4, minHoursBetween: null },
};
let page: Awaited<ReturnType<typeof mounted<{ sigs: UsualSig[]; onChoose?: (sig: UsualSig) => void }>>>;
beforeEach(async () => {
  provideTexts(appTexts);
  await needTexts();
  await setLocale('en');
});
afterEach(() => page.end());

it('A usual as-needed dose names indication and maximum, and its key is visible', async () => {
  const chosen: UsualSig[] = [];
  page = await mounted(UsualSigs, {
    sigs: [sig, { ...sig, asNeeded: null }],
    onChoose: (one) => void chosen.push(one),
  });
  const [first, second] = page.all('[data-testid="usual-sig"]');
  expect(first?.textContent).toMatch(/^\s*1\s.*when needed for fever or pain, at most 4 times a day/s);
  expect(second?.textContent).not.toContain('when needed');
  expect(page.all('[data-testid="usual-keys"]')[0]?.textContent?.replaceAll(/\s+/g, ' ').trim()).toBe(
    '1–2 to choose / to type',
  );
  first?.dispatchEvent(new KeyboardEvent('keydown', { key: '2' }));
  expect(chosen).toEqual([{ ...sig, asNeeded: null }]);
});
