import { describe, expect, it } from 'vitest';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import { allergyTo, draftItem, safetyCase, taking } from '../testing/safety-case.ts';
import { checkSafety } from '../testing/check-safety.ts';
import type { SafetyInput } from '../safety-input.ts';

const amoxicillin = 'amoxicillin-500mg-capsule';
const sulfamethoxazole = 'sulfamethoxazole-400mg-trimethoprim-80mg-tablet';
const ibuprofen = 'ibuprofen-200mg-tablet';
const clarithromycin = 'clarithromycin-250mg-tablet';
const levofloxacin = 'levofloxacin-500mg-tablet';
const metronidazole = 'metronidazole-200mg-tablet';
const sildenafil = 'sildenafil-50mg-tablet';
const tramadol = 'tramadol-50mg-capsule';

/** Returns whether each product raises an alert about the statement, only a notice that part of it was not compared, or nothing. */
function answers(products: readonly string[], stated: Partial<SafetyInput>): string[] {
  const checks = stated.allergies ? ['allergy'] : ['interaction', 'duplicate'];
  return products.map((product) => {
    const input = safetyCase({ items: [draftItem(product)], ...stated });
    const { issues, notChecked } = checkSafety(input, loadKnowledgeBase());
    if (issues.some(({ check }) => checks.includes(check))) return 'alert';
    return notChecked.some(({ check }) => checks.includes(check)) ? 'not checked' : 'silent';
  });
}

// Everyday words, not taken from the matcher: each text names something that the product must not be prescribed with in silence.
describe('an allergy in everyday words', () => {
  it.each<[string, ...string[]]>([
    ['Amoxil made me come out in hives as a kid', amoxicillin],
    ['penicillin (rash) + co-trimoxazole (blisters)', amoxicillin, sulfamethoxazole],
    ['cant have nurofen or anything like it', ibuprofen],
    ['Had a bad reaction to Septrin in 2009; otherwise ok', sulfamethoxazole],
    ['tetracyclne & erythromicin', 'tetracycline-250mg-tablet', 'erythromycin-250mg-ec-tablet'],
    ['Voltarol gel - skin peeled', 'diclofenac-75mg-er-tablet'],
    ['not penicillin, it was the clarithromycin', clarithromycin],
    ['aspirin; NOT ibuprofen', 'aspirin-100mg-ec-tablet'],
    ['my throat closed up after taking levaquin', levofloxacin],
    ['yellow dye (tartrazine) and metronidazole', metronidazole],
    ['None except for flagyl', metronidazole],
    ['no allergies apart from codeine', 'codeine-15mg-tablet'],
    ['PEN-V, sulpha', amoxicillin, sulfamethoxazole],
    ['小时候打青霉素皮试阳性，后来没再用过', amoxicillin],
    ['吃了阿莫西林浑身起疙瘩', amoxicillin],
    ['头孢克肟吃完拉肚子，磺胺药起皮疹', 'cefixime-100mg-capsule', sulfamethoxazole],
    ['对芬必得、散利痛都过敏', ibuprofen, 'paracetamol-500mg-tablet'],
    ['左氧沙星打点滴时全身发红发痒', levofloxacin],
    ['没有药物过敏史，但甲硝唑吃了头晕恶心起疹', metronidazole],
    ['青霉素过敏？不确定', amoxicillin],
    ['罗红霉素(严重)阿奇霉素(轻微)', 'roxithromycin-150mg-capsule', 'azithromycin-250mg-tablet'],
  ])('“%s” alerts', (substance, ...products) => {
    expect(answers(products, { allergies: [allergyTo(substance)] })).toEqual(products.map(() => 'alert'));
  });

  it.each([
    ['allergic to the antibiotic that starts with cef', 'cefixime-100mg-capsule'],
    ['除了布洛芬没有过敏', ibuprofen],
    ['去痛片和安乃近过敏', ibuprofen],
  ])('“%s” is said to be not compared', (substance, product) => {
    expect(answers([product], { allergies: [allergyTo(substance)] })).toEqual(['not checked']);
  });
});

describe('current medicines in everyday words', () => {
  it.each<[string, ...string[]]>([
    ['blood thinner (warfarin), water tablet', ibuprofen],
    ['coumadin 3 mg M/W/F, 2 mg other days', ibuprofen],
    ['Stopped warfarin last week', ibuprofen],
    ['sertraline 100 + st johns wort from the health shop', tramadol],
    ['no meds, only the odd xarelto', ibuprofen],
    ['half a lithium at night', ibuprofen],
    ['methotrexate once wkly & folic', ibuprofen],
    ['simvastatn,amlodipne', clarithromycin],
    ['GTN spray when chest is tight', sildenafil],
    ['华法令每天半片', ibuprofen],
    ['波立维跟拜阿司匹灵一起吃', ibuprofen],
    ['平时不吃药，偶尔含一片硝酸甘油', sildenafil],
    ['优甲乐50、钙片各一粒', levofloxacin],
    ['降糖药(达美康)+降压0号', ibuprofen],
    ['上个月刚停的氟西汀', tramadol],
    ['地高新一天一粒，速尿隔天', clarithromycin],
  ])('“%s” alert', (text, ...products) => {
    expect(answers(products, { activeMedicines: [taking(text)] })).toEqual(products.map(() => 'alert'));
  });
});
