import { describe, expect, it } from 'vitest';
import { loadCuratedFormulary } from '../../../catalogues/index.ts';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import { checkSafety } from '../testing/check-safety.ts';
import { draftItem, safetyCase, taking } from '../testing/safety-case.ts';
import type { SafetyInput } from '../safety-input.ts';
import { loadPatentMedicines } from './patent-medicine.ts';
import { searchPatentMedicines } from './patent-search.ts';

const medicines = loadPatentMedicines();
const formulary = loadCuratedFormulary();
const knowledge = loadKnowledgeBase();
const { patient } = safetyCase();

const run = (productId: string, taken: readonly string[], over: Partial<SafetyInput> = {}) =>
  checkSafety(
    safetyCase({ items: [draftItem(productId)], activeMedicines: taken.map((text) => taking(text)), ...over }),
  );
const found = (...args: Parameters<typeof run>) =>
  run(...args).issues.map(({ check, severity, id }) => `${severity} ${check} ${id.split(':')[1]}`);
const unchecked = (...args: Parameters<typeof run>) => run(...args).notChecked.map(({ reason }) => reason.en);

describe('the table of Chinese patent medicines', () => {
  it('holds at least 150 products, and names only constituents that are known', () => {
    expect(medicines.length).toBeGreaterThanOrEqual(150);
    const ids = medicines.flatMap(({ western, herbs }) => [...western, ...herbs]);
    expect(ids.filter((id) => !formulary.ingredient(id))).toEqual([]);
  });

  it('cites a listed work for each row', () => {
    expect(medicines.filter(({ sourceId }) => !knowledge.works.has(sourceId)).map(({ id }) => id)).toEqual([]);
  });

  it('names only ingredients that are known in its rules', () => {
    const inRules = [...knowledge.herbIncompatibilities, ...knowledge.herbCautions].flatMap(({ ingredients }) => [
      ...ingredients,
    ]);
    expect(inRules.filter((id) => !formulary.ingredient(id))).toEqual([]);
  });
});

describe('the search for Chinese patent medicines', () => {
  it.each([
    ['消渴丸', '消渴丸'],
    ['xiaokewan', '消渴丸'],
    ['xkw', '消渴丸'],
    ['感冒灵', '感冒灵颗粒'],
    ['维c银翘', '维C银翘片'],
    ['shenlingbaizhu', '参苓白术散'],
    ['藿香正气水', '藿香正气水'],
  ])('finds %s as %s', (query, name) => {
    expect(searchPatentMedicines(query, 1)[0]?.name.zh).toBe(name);
  });
});

describe('a Chinese patent medicine that the patient takes', () => {
  it.each<[string, string, string, string]>([
    ['glibenclamide in 消渴丸', 'glibenclamide-2.5mg-tablet', '消渴丸', 'moderate duplicate ingredient'],
    ['a sulfonylurea beside 消渴丸', 'gliclazide-30mg-er-tablet', '消渴丸', 'moderate duplicate class'],
    ['paracetamol in 感冒灵', 'paracetamol-500mg-tablet', '感冒灵颗粒', 'moderate duplicate ingredient'],
    ['clonidine in 珍菊降压片', 'metoprolol-25mg-tablet', '珍菊降压片', 'serious interaction beta-blocker-clonidine'],
    ['danshen with warfarin', 'warfarin-2.5mg-tablet', '复方丹参滴丸', 'serious interaction danshen-warfarin'],
    ['ginkgo with warfarin', 'warfarin-2.5mg-tablet', '银杏叶片', 'moderate interaction ginkgo-warfarin'],
    ['safflower in 定坤丹', 'warfarin-2.5mg-tablet', '定坤丹', 'moderate interaction safflower-warfarin'],
    ['liquorice in 尿毒清', 'digoxin-0.25mg-tablet', '尿毒清颗粒', 'serious interaction liquorice-digoxin'],
    ['liquorice with digoxin', 'digoxin-0.25mg-tablet', '炙甘草', 'serious interaction liquorice-digoxin'],
    ['ephedra with an MAO inhibitor', 'selegiline-5mg-tablet', '急支糖浆', 'serious interaction ephedra-maoi-other'],
    ['toad venom with digoxin', 'digoxin-0.25mg-tablet', '麝香保心丸', 'serious interaction toad-digoxin'],
    [
      'ethanol with metronidazole',
      'metronidazole-200mg-tablet',
      '藿香正气水',
      'serious interaction ethanol-disulfiram-like',
    ],
  ])('is compared: %s', (_, productId, taken, expected) => {
    expect(found(productId, [taken])).toContain(expected);
  });

  it('raises nothing for a form without ethanol', () => {
    expect(found('metronidazole-200mg-tablet', ['藿香正气软胶囊'])).toEqual([]);
  });

  it.each([
    ['附子理中丸', '蛇胆川贝液', 'moderate interaction herbs-aconite-fritillaria'],
    ['消瘿丸', '小柴胡颗粒', 'moderate interaction herbs-liquorice-sargassum'],
    ['少腹逐瘀丸', '参苓白术散', 'moderate interaction herbs-ginseng-trogopterus'],
    ['京都念慈菴', '附子理中丸', 'moderate interaction herbs-aconite-pinellia'],
    ['大活络丸', '小柴胡颗粒', 'moderate interaction herbs-aconite-pinellia'],
    ['牛黄清心丸', '附子理中丸', 'moderate interaction herbs-aconite-ampelopsis'],
    ['定坤丹', '人参归脾丸', 'moderate interaction herbs-ginseng-trogopterus'],
  ])('warns of %s with %s, apart or in one list', (one, other, expected) => {
    expect(found('ibuprofen-200mg-tablet', [one, other])).toContain(expected);
    expect(found('ibuprofen-200mg-tablet', [`${other}、${one}`])).toContain(expected);
    expect(found('ibuprofen-200mg-tablet', [one])).not.toContain(expected);
  });

  it('does not warn of a classic formula that breaks the rule within itself', () => {
    expect(found('ibuprofen-200mg-tablet', ['内消瘰疬丸']).filter((id) => id.includes('herbs-'))).toEqual([]);
  });

  it('warns of paracetamol in two of them, though neither is prescribed', () => {
    expect(found('amoxicillin-500mg-capsule', ['感冒灵颗粒', '维C银翘片'])).toContain('moderate duplicate taken');
  });

  it('is judged by its label in pregnancy, and what the label does not say is not checked', () => {
    const pregnant = {
      patient: { ...patient, sex: 'female' as const, pregnancy: 'pregnant' as const, trimester: 2 as const },
    };
    expect(found('amoxicillin-500mg-capsule', ['益母草颗粒'], pregnant)).toContain(
      'serious pregnancy patent-contraindicated',
    );
    expect(unchecked('amoxicillin-500mg-capsule', ['板蓝根颗粒'], pregnant)).toContainEqual(
      expect.stringContaining('Nothing is on file on Banlangen Keli'),
    );
  });

  it('asks for the pregnancy status only where the patient may be pregnant', () => {
    const woman = { ...patient, sex: 'female' as const, pregnancy: 'unknown' as const };
    const asked = (years: number) =>
      unchecked('amoxicillin-500mg-capsule', ['益母草颗粒'], { patient: { ...woman, ageMonths: years * 12 } }).filter(
        (reason) => reason.startsWith('Pregnancy status is not recorded'),
      );
    expect(asked(30)).toHaveLength(1);
    expect([...asked(70), ...asked(5)]).toEqual([]);
  });

  it.each(['牛黄解毒片', '益母草颗粒'])('asks when a code contradicts “not pregnant”: %s', (taken) => {
    const woman = { ...patient, sex: 'female' as const, ageMonths: 30 * 12 };
    const asked = (conditionCodes: string[], over: Partial<typeof woman> = {}) =>
      unchecked('amoxicillin-500mg-capsule', [taken], { conditionCodes, patient: { ...woman, ...over } }).filter(
        (reason) => reason.startsWith('The chart has Z34.0, a pregnancy'),
      );
    expect(asked(['Z34.0'])).toEqual([expect.stringContaining('Ask the patient, who takes ')]);
    expect(asked(['Z34.0'], { ageMonths: 56 * 12 })).toHaveLength(1);
    expect(asked(['Z39.1'])).toEqual([]);
  });

  it.each([
    ['何首乌 with a diseased liver', '养血生发胶囊', ['K74.6'], 'serious condition herb-fleeceflower-liver'],
    ['cinnabar with weak kidneys', '朱砂安神丸', ['N18.3'], 'serious condition herb-cinnabar-organs'],
    ['ephedra with hypertension', '通宣理肺丸', ['I10'], 'moderate condition herb-ephedra-pressure'],
    ['liquorice with low potassium', '复方甘草片', ['E87.6'], 'serious condition herb-liquorice-potassium'],
  ])('is judged by conditions: %s', (_, taken, conditionCodes, expected) => {
    expect(found('amoxicillin-500mg-capsule', [taken], { conditionCodes })).toContain(expected);
  });

  it.each([
    ['雷公藤多苷片', 'minor dose herb-tripterygium-course'],
    ['牛黄解毒片', 'minor dose herb-realgar-course'],
    ['腰痛宁胶囊', 'minor dose herb-strychnos-course'],
    ['小活络丸', 'minor dose herb-aconite-course'],
  ])('says how long %s may be taken', (taken, expected) => {
    expect(found('amoxicillin-500mg-capsule', [taken])).toContain(expected);
  });

  it('is never silently taken for compared', () => {
    expect(unchecked('amoxicillin-500mg-capsule', ['板蓝根颗粒'])).toContainEqual(
      expect.stringContaining('None of its constituents was compared'),
    );
    expect(unchecked('amoxicillin-500mg-capsule', ['降压避风片'])).toContainEqual(
      expect.stringContaining('It also holds pargyline'),
    );
    expect(unchecked('amoxicillin-500mg-capsule', ['脑清片'])).toContainEqual(
      expect.stringContaining('What it holds is uncertain'),
    );
  });

  it('of the skin brings no herbs into the body', () => {
    expect(found('warfarin-2.5mg-tablet', ['马应龙麝香痔疮膏'])).toEqual([]);
  });
});
