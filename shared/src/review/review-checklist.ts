import type { LocalizedText } from '../core/locale.ts';

/** One of the four checks of a pharmacist, with its matches. */
export interface ReviewCheck {
  readonly id: string;
  readonly title: LocalizedText;
  readonly matches: readonly { readonly id: string; readonly title: LocalizedText }[];
}

/** The source of the duty. The Chinese text is the article’s; the English is ours. */
export const checklistSource: LocalizedText = {
  en: 'Measures for the Administration of Prescriptions (Ministry of Health, Order 53 of 2007), article 37: four checks and ten matches',
  zh: '《处方管理办法》（卫生部令第53号，2007年）第三十七条：四查十对',
};

/** The four checks and ten matches (四查十对), in the article’s order. */
export const reviewChecklist = [
  {
    id: 'prescription',
    title: { en: 'Check the prescription', zh: '查处方' },
    matches: [
      { id: 'department', title: { en: 'Department', zh: '对科别' } },
      { id: 'name', title: { en: 'Name', zh: '对姓名' } },
      { id: 'age', title: { en: 'Age', zh: '对年龄' } },
    ],
  },
  {
    id: 'medicine',
    title: { en: 'Check the medicine', zh: '查药品' },
    matches: [
      { id: 'medicine-name', title: { en: 'Name of the medicine', zh: '对药名' } },
      { id: 'form', title: { en: 'Form', zh: '对剂型' } },
      { id: 'strength', title: { en: 'Strength', zh: '对规格' } },
      { id: 'quantity', title: { en: 'Quantity', zh: '对数量' } },
    ],
  },
  {
    id: 'compatibility',
    title: { en: 'Check for incompatibilities', zh: '查配伍禁忌' },
    matches: [
      { id: 'properties', title: { en: 'Properties of the medicine', zh: '对药品性状' } },
      { id: 'usage', title: { en: 'Usage and dose', zh: '对用法用量' } },
    ],
  },
  {
    id: 'rationality',
    title: { en: 'Check that its use makes sense', zh: '查用药合理性' },
    matches: [{ id: 'diagnosis', title: { en: 'Clinical diagnosis', zh: '对临床诊断' } }],
  },
] as const satisfies readonly ReviewCheck[];

export const checklistMatches = [
  'department',
  'name',
  'age',
  'medicine-name',
  'form',
  'strength',
  'quantity',
  'properties',
  'usage',
  'diagnosis',
] as const satisfies readonly ReviewMatch[];
export type ReviewMatch = (typeof reviewChecklist)[number]['matches'][number]['id'];

/** Returns whether everything is ticked. */
export function checklistComplete(ticked: readonly string[]): boolean {
  return checklistMatches.every((match) => ticked.includes(match));
}
