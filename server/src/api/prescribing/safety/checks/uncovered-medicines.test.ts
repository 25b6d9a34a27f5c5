import { describe, expect, it } from 'vitest';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import { severities } from '../severity.ts';
import { checkSafety } from '../testing/check-safety.ts';
import { draftItem, safetyCase, taking } from '../testing/safety-case.ts';

const knowledge = loadKnowledgeBase();

function gravest(product: string, check: string, over: Parameters<typeof safetyCase>[0]) {
  const input = safetyCase({ items: [draftItem(product)], ...over });
  const found = checkSafety(input, knowledge).issues.filter((issue) => issue.check === check);
  return severities[Math.max(-1, ...found.map(({ severity }) => severities.indexOf(severity)))] ?? 'none';
}

describe('a medicine that few know', () => {
  it.each([
    ['cyclopentolate-10mg-per-ml-eye-drops', 'H40.2', 'contraindicated'],
    ['cyclopentolate-10mg-per-ml-eye-drops', 'H40.9', 'moderate'],
    ['betahistine-6mg-tablet', 'E27.5', 'contraindicated'],
    ['betahistine-6mg-tablet', 'C74.1', 'contraindicated'],
    ['betahistine-6mg-tablet', 'D35.0', 'moderate'],
    ['hydralazine-25mg-tablet', 'I25.1', 'serious'],
    ['hydralazine-25mg-tablet', 'I05.1', 'serious'],
    ['hydralazine-25mg-tablet', 'I05', 'serious'],
    ['hydralazine-25mg-tablet', 'I05.0', 'contraindicated'],
    ['hydralazine-25mg-tablet', 'M32.9', 'serious'],
    ['piracetam-0.4g-tablet', 'I61.9', 'contraindicated'],
    ['piracetam-0.4g-tablet', 'I62.9', 'contraindicated'],
    ['piracetam-0.4g-tablet', 'I62.0', 'serious'],
    ['piracetam-0.4g-tablet', 'G10', 'contraindicated'],
    ['benzbromarone-50mg-tablet', 'N20.0', 'contraindicated'],
    ['benzbromarone-50mg-tablet', 'N20.2', 'contraindicated'],
    ['benzbromarone-50mg-tablet', 'N20.1', 'serious'],
    ['benzbromarone-50mg-tablet', 'N20.9', 'serious'],
    ['ornidazole-250mg-capsule', 'F10.2', 'moderate'],
    ['cycloserine-250mg-capsule', 'G40.9', 'serious'],
    ['sofosbuvir-400mg-velpatasvir-100mg-tablet', 'B18.1', 'serious'],
    ['trazodone-50mg-tablet', 'I21.4', 'serious'],
    ['mirtazapine-15mg-tablet', 'F31.2', 'moderate'],
    ['acipimox-250mg-capsule', 'K25.9', 'serious'],
    ['ursodeoxycholic-acid-250mg-capsule', 'K81.0', 'serious'],
    ['ursodeoxycholic-acid-250mg-capsule', 'K74.3', 'minor'],
    ['clindamycin-150mg-capsule', 'A04.7', 'serious'],
    ['clindamycin-10mg-per-g-gel', 'A04.7', 'none'],
    ['tranexamic-acid-500mg-tablet', 'G40.9', 'serious'],
    ['lamotrigine-25mg-tablet', 'I44.2', 'moderate'],
    ['melphalan-2mg-tablet', 'D70', 'serious'],
    ['dextromethorphan-15mg-tablet', 'J96.1', 'serious'],
    ['brinzolamide-10mg-per-ml-eye-drops', 'N18.5', 'serious'],
  ])('of %s with %s is graded %s', (product, code, severity) => {
    expect(gravest(product, 'condition', { conditionCodes: [code] })).toBe(severity);
  });

  it.each([
    ['brimonidine-2mg-per-ml-eye-drops', 'selegiline', 'serious'],
    ['brimonidine-2mg-per-ml-eye-drops', 'amitriptyline', 'serious'],
    ['roxithromycin-150mg-capsule', 'cafergot', 'contraindicated'],
    ['roxithromycin-150mg-capsule', 'pimozide', 'contraindicated'],
    ['roxithromycin-150mg-capsule', 'digoxin', 'moderate'],
    ['roxithromycin-150mg-capsule', 'colchicine', 'serious'],
    ['azithromycin-250mg-tablet', 'colchicine', 'moderate'],
    ['xylometazoline-1mg-per-ml-nasal-drops', 'phenelzine', 'contraindicated'],
    ['xylometazoline-1mg-per-ml-nasal-drops', 'amitriptyline', 'moderate'],
    ['xylometazoline-1mg-per-ml-nasal-drops', 'mirtazapine', 'moderate'],
    ['xylometazoline-1mg-per-ml-nasal-drops', 'linezolid', 'moderate'],
    ['xylometazoline-1mg-per-ml-nasal-drops', 'pseudoephedrine', 'moderate'],
    ['xylometazoline-1mg-per-ml-nasal-drops', 'ergotamine', 'moderate'],
    ['nirmatrelvir-150mg-ritonavir-100mg-tablet', 'voriconazole', 'serious'],
    ['warfarin-2.5mg-tablet', 'exenatide', 'moderate'],
    ['sitagliptin-100mg-tablet', 'tirzepatide', 'moderate'],
  ])('of %s beside %s is graded %s', (product, text, severity) => {
    expect(gravest(product, 'interaction', { activeMedicines: [taking(text)] })).toBe(severity);
  });

  it('of nasal drops may be used for a week, and by children from twelve years on', () => {
    const drops = 'xylometazoline-1mg-per-ml-nasal-drops';
    const days = (durationDays: number) => gravest(drops, 'dose', { items: [draftItem(drops, { durationDays })] });
    expect([days(7), days(14)]).toEqual(['none', 'serious']);
    const age = (years: number) =>
      gravest(drops, 'age', { patient: { ...safetyCase().patient, ageMonths: years * 12 } });
    expect([age(5), age(12)]).toEqual(['moderate', 'none']);
  });
});
