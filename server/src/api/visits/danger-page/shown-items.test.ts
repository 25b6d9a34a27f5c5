import { describe, expect, it } from 'vitest';
import { redFlagIds } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';
import { dangerItemIds, dangerPage } from '@yunzhen/shared/intake/danger-page/danger-page';
import { ageInMonths, flagsOfItems, shownItems, type DangerSubject } from './shown-items.ts';

/** The digest of each released version. */
const releases = { 1: 'b778af3d' };

/** Returns the FNV-1a hash, which is enough to detect a change. */
function digestOf(value: unknown): string {
  let hash = 0x811c9dc5;
  for (const unit of JSON.stringify(value)) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

const man: DangerSubject = { sex: 'male', ageMonths: 40 * 12, pregnant: false };
const idsFor = (subject: Partial<DangerSubject>) => shownItems({ ...man, ...subject }).map(({ id }) => id);

describe('the page of danger signs', () => {
  it('never changes without a new version', () => {
    expect({ [dangerPage.version]: digestOf(dangerPage) }).toEqual(releases);
  });

  it('has unique items with short texts in both languages, a source and known signs', () => {
    expect(dangerPage.items.map(({ id }) => id).toSorted()).toEqual([...dangerItemIds].toSorted());
    for (const { text, flags, source } of dangerPage.items) {
      expect(text.en.split(' ').length, text.en).toBeLessThanOrEqual(12);
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(source).not.toBe('');
      for (const flag of flags) expect(redFlagIds).toContain(flag);
    }
  });

  it('shows about ten items to every patient', () => {
    for (const ageMonths of [0, 2, 3, 11, 36, 95, 96, 300, 1100])
      for (const sex of ['female', 'male', 'unknown'] as const) {
        const shown = idsFor({ sex, ageMonths }).length;
        expect(shown).toBeGreaterThanOrEqual(8);
        expect(shown).toBeLessThanOrEqual(12);
      }
  });
});

describe('shownItems', () => {
  it.each([
    ['young-baby', { ageMonths: 2 }, { ageMonths: 3 }],
    ['small-child', { ageMonths: 59 }, { ageMonths: 60 }],
    ['pregnancy', { sex: 'female', ageMonths: 144 }, { sex: 'female', ageMonths: 143 }],
    ['pregnancy', { sex: 'unknown' }, { sex: 'male' }],
    ['pregnancy', { sex: 'male', pregnant: true }, { sex: 'female', ageMonths: 672 }],
    ['self-harm', { ageMonths: 96 }, { ageMonths: 95 }],
    ['chest-pain', { ageMonths: 36 }, { ageMonths: 35 }],
    ['stroke', { ageMonths: 12 }, { ageMonths: 11 }],
  ] as const)('shows %s for %j, not for %j', (id, shown, hidden) => {
    expect(idsFor(shown)).toContain(id);
    expect(idsFor(hidden)).not.toContain(id);
  });

  it.each([
    ['2026-08-29', '2026-11-28', 2],
    ['2026-08-29', '2026-11-29', 3],
    ['2024-02-29', '2025-02-28', 11],
    ['2025-12-31', '2026-11-29', 10],
  ])('calculates the age from %s to %s as %i months', (born, day, months) => {
    expect(ageInMonths(born, day)).toBe(months);
  });
});

describe('flagsOfItems', () => {
  it('returns the signs of the ticked items without duplicates, in the order of the page', () => {
    expect(flagsOfItems(['small-child', 'young-baby', 'breathing'])).toEqual([
      'breathing',
      'infant-fever',
      'very-ill-child',
    ]);
    expect(flagsOfItems([])).toEqual([]);
  });
});
