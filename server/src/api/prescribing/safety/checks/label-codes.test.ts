import { describe, expect, it } from 'vitest';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import { severities } from '../severity.ts';
import { checkSafety } from '../testing/check-safety.ts';
import { draftItem, safetyCase, taking } from '../testing/safety-case.ts';

const knowledge = loadKnowledgeBase();
const PILL = 'desogestrel-0.15mg-ethinylestradiol-0.03mg-tablet';
const DROSPIRENONE = 'drospirenone-3mg-ethinylestradiol-0.03mg-tablet';

/** Returns the gravest alert of a woman of 34 with one code. */
function gravest(product: string, code: string) {
  const input = safetyCase({ items: [draftItem(product)], conditionCodes: [code] });
  const patient = { ...input.patient, sex: 'female' as const, ageMonths: 34 * 12 };
  const found = checkSafety({ ...input, patient }, knowledge).issues.filter(({ check }) => check === 'condition');
  return Math.max(-1, ...found.map(({ severity }) => severities.indexOf(severity)));
}
const grade = (product: string, code: string) => severities[gravest(product, code)] ?? 'none';

describe('a code that a label names', () => {
  it.each([
    [DROSPIRENONE, 'E27.1'],
    [PILL, 'I48.0'],
    [PILL, 'E11.5'],
    [PILL, 'G45.9'],
    [PILL, 'I69.3'],
    [PILL, 'I20.9'],
    [PILL, 'I67.6'],
    [PILL, 'I81'],
    ['tranexamic-acid-500mg-tablet', 'I63.9'],
    ['tranexamic-acid-500mg-tablet', 'H34.8'],
    ['sumatriptan-25mg-tablet', 'I69.3'],
    ['sumatriptan-25mg-tablet', 'K55.1'],
    ['sumatriptan-25mg-tablet', 'I45.6'],
    ['domperidone-10mg-tablet', 'I50.9'],
    ['mizolastine-10mg-er-tablet', 'E87.6'],
    ['midodrine-2.5mg-tablet', 'R33'],
    ['midodrine-2.5mg-tablet', 'E05.0'],
    ['midodrine-2.5mg-tablet', 'E27.5'],
    ['midodrine-2.5mg-tablet', 'C74.1'],
    ['estradiol-1mg-tablet', 'I67.6'],
    ['tibolone-2.5mg-tablet', 'I81'],
    ['tranexamic-acid-500mg-tablet', 'I67.6'],
    ['cyproterone-2mg-ethinylestradiol-0.035mg-tablet', 'D32.0'],
    ['cortisone-5mg-per-ml-eye-drops', 'B00.5'],
    ['tobramycin-3mg-per-ml-dexamethasone-1mg-per-ml-eye-drops', 'H19.1'],
    ['xylometazoline-1mg-per-ml-nasal-drops', 'H40.2'],
    ['xylometazoline-1mg-per-ml-nasal-drops', 'E27.5'],
    ['oxymetazoline-0.5mg-per-ml-nasal-spray', 'E27.5'],
  ])('forbids %s with %s', (product, code) => {
    expect(grade(product, code)).toBe('contraindicated');
  });

  it.each([
    ['xylometazoline-1mg-per-ml-nasal-drops', 'I10', 'moderate'],
    ['xylometazoline-1mg-per-ml-nasal-drops', 'N40', 'serious'],
    ['oxymetazoline-0.5mg-per-ml-nasal-spray', 'I10', 'moderate'],
    ['oxymetazoline-0.5mg-per-ml-nasal-spray', 'H40.2', 'moderate'],
    ['haloperidol-2mg-tablet', 'I21.9', 'serious'],
    ['haloperidol-2mg-tablet', 'G31.8', 'serious'],
    ['citalopram-20mg-tablet', 'I50.9', 'moderate'],
    ['levofloxacin-500mg-tablet', 'E83.4', 'serious'],
    ['quinine-300mg-tablet', 'I45.8', 'serious'],
    ['lithium-250mg-tablet', 'E86', 'serious'],
    ['lithium-250mg-tablet', 'E87.1', 'serious'],
    ['metformin-500mg-tablet', 'E86', 'serious'],
    ['nitroglycerin-0.5mg-sl-tablet', 'G93.2', 'serious'],
    ['solifenacin-5mg-tablet', 'H40.9', 'moderate'],
    ['glimepiride-1mg-tablet', 'D55.0', 'moderate'],
    ['metronidazole-200mg-tablet', 'F10.2', 'moderate'],
    ['tirzepatide-10mg-per-ml-pen', 'K85.9', 'serious'],
    ['exenatide-2mg-pen', 'E10.9', 'serious'],
    ['roxithromycin-150mg-capsule', 'G70.0', 'serious'],
    ['prednisone-5mg-tablet', 'B00.5', 'serious'],
    ['ibuprofen-200mg-tablet', 'K28.9', 'serious'],
    ['medroxyprogesterone-150mg-injection', 'D32.0', 'serious'],
    ['medroxyprogesterone-2mg-tablet', 'D32.0', 'none'],
    ['tolterodine-2mg-tablet', 'F02.3', 'serious'],
    ['estradiol-1mg-tablet', 'I69.3', 'serious'],
    ['pilocarpine-20mg-per-ml-eye-drops', 'H20.0', 'moderate'],
  ])('grades %s with %s as %s', (product, code, severity) => {
    expect(grade(product, code)).toBe(severity);
  });

  it.each([
    // Transient global amnesia and angiodysplasia are no disease of narrowed arteries.
    [PILL, 'G45.4'],
    ['sumatriptan-25mg-tablet', 'K55.2'],
    ['rizatriptan-5mg-tablet', 'I45.6'],
    ['domperidone-10mg-tablet', 'I10'],
    ['tranexamic-acid-500mg-tablet', 'N92.0'],
  ])('leaves %s with %s alone', (product, code) => {
    expect(grade(product, code)).toBe('none');
  });
});

describe('the words of a rule', () => {
  const said = (product: string, conditionCodes: string[]) => {
    const input = safetyCase({ items: [draftItem(product)], conditionCodes });
    const patient = { ...input.patient, sex: 'female' as const, ageMonths: 34 * 12 };
    const found = checkSafety({ ...input, patient }, knowledge).issues.filter(({ check }) => check === 'condition');
    return found.map(({ advice, source }) => ({ en: advice.en, zh: advice.zh, source }));
  };

  it.each(['I20.9', 'E11.5'])('advise a coil, not the injection, instead of the pill: %s', (code) => {
    const words = said(PILL, [code]).map(({ en, zh }) => `${en} ${zh}`);
    expect(words.filter((text) => /a coil, not the injection\..*不宜用孕激素避孕针/u.test(text))).toHaveLength(1);
    expect(words.filter((text) => /progestogen-only/u.test(text))).toEqual([]);
  });

  it('offer a woman no valproate instead of lamotrigine', () => {
    expect(said('lamotrigine-25mg-tablet', ['I44.2'])).toMatchObject([
      { en: 'Choose levetiracetam, or ask cardiology.', zh: '换用左乙拉西坦，或请心内科会诊。' },
    ]);
  });

  it.each([
    ['estradiol-1mg-tablet', 'Vivelle-Dot'],
    ['tibolone-2.5mg-tablet', 'Livial'],
    ['tranexamic-acid-500mg-tablet', 'Lysteda'],
  ])('cite the label of %s after a clot in a cerebral sinus', (product, label) => {
    expect(said(product, ['I67.6'])).toMatchObject([{ source: expect.stringContaining(label) }]);
  });
});

describe('heart failure in hypertensive disease of heart and kidneys', () => {
  it.each(['I13.0', 'I13.2'])('counts as heart failure: %s', (code) => {
    expect(grade('pioglitazone-15mg-tablet', code)).toBe('contraindicated');
    expect(grade('ibuprofen-200mg-tablet', code)).toBe('serious');
    expect(grade('verapamil-40mg-tablet', code)).toBe('serious');
  });
});

describe('the QT interval and roxithromycin', () => {
  it.each(['amiodarone', 'escitalopram'])('meet with %s', (text) => {
    const input = safetyCase({ items: [draftItem('roxithromycin-150mg-capsule')], activeMedicines: [taking(text)] });
    expect(checkSafety(input, knowledge).issues).toMatchObject([{ check: 'interaction', severity: 'serious' }]);
  });
});
