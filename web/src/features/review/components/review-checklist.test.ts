// @vitest-environment happy-dom
import type { ReviewDetail } from '@yunzhen/shared/review/review.contract';
import type { ReviewMatch } from '@yunzhen/shared/review/review-checklist';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import { appTexts } from '../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import { announcement } from '../../../ui/page/announcer.ts';
import { mounted } from '../../../ui/testing/mounted.ts';
import ReviewChecklist from './review-checklist.vue';

const both = (en: string) => ({ en, zh: `${en}（中）` });
const item = (id: string, name: string, strength: string) => ({
  id,
  productName: both(name),
  strength,
  form: both('tablet'),
  route: 'oral',
  quantity: { value: '9', unit: 'tablet' },
  instruction: both('Take one.'),
});
const review = (items = [item('a', 'Paracetamol', '500 mg')]) =>
  ({
    patientFacts: { conditions: [both('Asthma')] },
    safetyNow: { checks: ['interaction'], notChecked: [], issues: [] },
    prescription: {
      patient: { name: '王建国', nameLatin: 'Wang Jianguo', age: 48, sex: 'male' },
      department: both('General Practice'),
      items,
      diagnoses: [{ code: 'J06.9', title: both('Common cold'), primary: true }],
    },
  }) as unknown as ReviewDetail;

let page: Awaited<ReturnType<typeof mounted>>;
let ticked: ReviewMatch[];
let scrolled: (matches: string[]) => Promise<void>;

beforeEach(async () => {
  ticked = [];
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(report: (entries: object[]) => void) {
        scrolled = async (matches) => {
          const targets = matches.flatMap((id) => page.all(`[data-match="${id}"]`));
          report(targets.map((target) => ({ isIntersecting: true, target })));
          await nextTick();
        };
      }
      observe() {}
      disconnect() {}
    },
  );
  provideTexts(appTexts);
  await needTexts(['review', 'account']);
  await setLocale('en');
});
afterEach(() => {
  page.end();
  vi.unstubAllGlobals();
});

const show = async (given = review()) =>
  (page = await mounted(ReviewChecklist, {
    review: given,
    readonly: false,
    stopped: 0,
    modelValue: ticked,
    'onUpdate:modelValue': (now: ReviewMatch[]) => (ticked = now),
  }));
const boxes = () => page.all('input[type=checkbox]') as HTMLInputElement[];

describe('The four checks', () => {
  it('show the value of each match in its row', async () => {
    await show();
    const rows = Object.fromEntries(
      page.all('[data-match]').map((row) => [(row as HTMLElement).dataset['match'], row.textContent.trim()]),
    );
    expect(rows).toMatchObject({
      department: 'General Practice',
      name: 'Wang Jianguo (王建国)',
      strength: '500 mg',
      quantity: '9 tablets',
      usage: 'Take one.',
    });
    expect(rows['age']).toContain('48 years');
    expect(rows['diagnosis']).toContain('Common cold (Common cold（中）) · J06.9');
    expect(rows['properties']).toContain('No interaction found');
  });

  it.each([
    [['interaction'], ['interaction'], 'Not every medicine was checked for interactions'],
    [[], ['interaction'], 'Interactions were not checked'],
    [[], [], 'Interactions were not checked'],
  ])(
    'never say “no interaction found” unless that check is complete: ran %j, not checked %j',
    async (ran, not, said) => {
      const given = review();
      const notChecked = not.map((check) => ({ check, itemIds: ['a'], reason: both('Unknown medicine') }));
      await show({ ...given, safetyNow: { checks: ran, notChecked, issues: [] } } as unknown as ReviewDetail);
      const shown = page.all('[data-match="properties"]')[0]?.textContent;
      expect(shown).toContain(said);
      expect(shown).not.toContain('No interaction found');
    },
  );

  it('name the medicine at each value when there are several', async () => {
    await show(review([item('a', 'Paracetamol', '500 mg'), item('b', 'Cetirizine', '10 mg')]));
    expect(page.all('[data-match="strength"]')[0]?.textContent).toContain('Cetirizine (Cetirizine（中）): 10 mg');
  });

  it('can be ticked only once all of their values were in view, each with one tick', async () => {
    await show();
    expect(boxes().map(({ disabled }) => disabled)).toEqual([true, true, true, true]);
    await scrolled(['department', 'name']);
    expect(boxes()[0]?.disabled).toBe(true);
    await scrolled(['age']);
    expect(boxes().map(({ disabled }) => disabled)).toEqual([false, true, true, true]);
    boxes()[0]?.click();
    expect(ticked).toEqual(['department', 'name', 'age']);
  });

  it('lose the tick when one of their values changes', async () => {
    const given = review();
    ticked = ['department', 'properties', 'usage', 'diagnosis'];
    await show(given);
    const set = (changed: object) => page.set({ modelValue: ticked, ...changed });
    await set({ review: { ...given } });
    expect(ticked).toEqual(['department', 'properties', 'usage', 'diagnosis']);
    const interaction = { check: 'interaction', title: both('Paracetamol and Warfarin') };
    const patientFacts = { ...given.patientFacts, conditions: [] };
    await set({ review: { ...given, patientFacts, safetyNow: { ...given.safetyNow, issues: [interaction] } } });
    expect(ticked).toEqual(['department']);
    expect(page.all('[data-match="properties"]')[0]?.textContent).toContain('Warfarin');
  });

  it('move to the first open check and name it when the pharmacist wants to approve', async () => {
    ticked = ['department', 'name', 'age'];
    await show();
    await page.set({ stopped: 1 });
    await nextTick();
    expect((document.activeElement as HTMLElement).dataset['check']).toBe('medicine');
    expect(announcement.value).toBe('Check the medicine: not ticked yet. Tick it before you approve.');
  });
});
