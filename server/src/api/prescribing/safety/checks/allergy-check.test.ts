import { describe, expect, it } from 'vitest';
import { checkSafety } from '../testing/check-safety.ts';
import type { StatedAllergy } from '../safety-input.ts';
import { allergyTo, draftItem, safetyCase } from '../testing/safety-case.ts';
import { allergyCheck } from './allergy-check.ts';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';

function check(productId: string, ...allergies: StatedAllergy[]) {
  const input = safetyCase({ items: [draftItem(productId)], allergies });
  return checkSafety(input, loadKnowledgeBase(), [allergyCheck]);
}
const severitiesOf = (productId: string, ...allergies: StatedAllergy[]) =>
  check(productId, ...allergies).issues.map((issue) => issue.severity);

describe('allergy check', () => {
  it.each([
    ['the substance itself', 'amoxicillin-500mg-capsule', allergyTo('Amoxicillin')],
    ['the substance in Chinese', 'amoxicillin-500mg-capsule', allergyTo('阿莫西林胶囊')],
    [
      'the substance by code',
      'amoxicillin-500mg-capsule',
      allergyTo('that pink stuff', { substanceCode: 'amoxicillin' }),
    ],
    ['its class', 'amoxicillin-500mg-capsule', allergyTo('penicillin')],
    ['its class in Chinese', 'amoxicillin-500mg-capsule', allergyTo('青霉素')],
    ['its class by code', 'amoxicillin-500mg-capsule', allergyTo('x', { substanceCode: 'penicillin' })],
    ['a class above its class', 'cefixime-100mg-capsule', allergyTo('beta-lactams')],
    ['an ingredient of a combination', 'amoxicillin-500mg-clavulanic-acid-125mg-tablet', allergyTo('PCN')],
    ['one of several named allergies', 'ibuprofen-200mg-tablet', allergyTo('sulfa, NSAIDs')],
  ])('blocks on %s', (_, product, allergy) => {
    const { issues, notChecked } = check(product, allergy);
    expect(issues).toMatchObject([{ check: 'allergy', severity: 'contraindicated', overridable: false }]);
    expect(issues[0]?.itemIds).toEqual([`item-${product}`]);
    expect(notChecked).toEqual([]);
  });

  it.each([
    ['another member of a class', 'ibuprofen-200mg-tablet', allergyTo('naproxen'), 'serious'],
    ['a cephalosporin with another side chain', 'cefixime-100mg-capsule', allergyTo('cefaclor'), 'moderate'],
    ['a cephalosporin with the same side chain', 'cefalexin-250mg-capsule', allergyTo('cefaclor'), 'serious'],
    ['the side chain of amoxicillin', 'cefalexin-250mg-capsule', allergyTo('amoxicillin'), 'serious'],
    ['the side chain of ampicillin', 'cefaclor-250mg-capsule', allergyTo('氨苄西林'), 'serious'],
    ['a side chain other than that of amoxicillin', 'cefixime-100mg-capsule', allergyTo('amoxicillin'), 'moderate'],
    [
      'another member after a severe reaction',
      'esomeprazole-20mg-ec-tablet',
      allergyTo('omeprazole', { severity: 'severe' }),
      'serious',
    ],
    // The label of azithromycin forbids it after a reaction to any macrolide.
    ['another macrolide', 'azithromycin-250mg-tablet', allergyTo('clarithromycin'), 'serious'],
    [
      'another member of a class that seldom cross-reacts',
      'rosuvastatin-10mg-tablet',
      allergyTo('atorvastatin'),
      'minor',
    ],
    [
      'a cephalosporin after penicillin',
      'cefixime-100mg-capsule',
      allergyTo('penicillin', { severity: 'mild' }),
      'moderate',
    ],
    [
      'a cephalosporin after anaphylaxis to amoxicillin',
      'cefixime-100mg-capsule',
      allergyTo('阿莫西林', { severity: 'severe' }),
      'serious',
    ],
    ['a coxib after aspirin', 'celecoxib-200mg-capsule', allergyTo('aspirin'), 'moderate'],
    ['a thiazide after sulfa', 'hydrochlorothiazide-25mg-tablet', allergyTo('磺胺'), 'minor'],
    ['soya oil in capsules', 'isotretinoin-10mg-soft-capsule', allergyTo('大豆'), 'serious'],
    ['soya lecithin in capsules', 'dutasteride-0.5mg-soft-capsule', allergyTo('soy'), 'serious'],
    ['soya beside a peanut allergy', 'isotretinoin-10mg-soft-capsule', allergyTo('peanuts'), 'serious'],
    ['peanut oil in capsules', 'progesterone-100mg-soft-capsule', allergyTo('花生过敏'), 'serious'],
    ['soya in capsules with progesterone', 'progesterone-100mg-soft-capsule', allergyTo('豆制品'), 'serious'],
  ])('warns of %s', (_, product, allergy, severity) => {
    expect(check(product, allergy).issues).toMatchObject([{ severity, overridable: true }]);
  });

  it.each([
    ['an unrelated substance', 'amoxicillin-500mg-capsule', allergyTo('ibuprofen')],
    ['a macrolide after penicillin', 'azithromycin-250mg-tablet', allergyTo('penicillin', { severity: 'severe' })],
    ['paracetamol after NSAIDs', 'paracetamol-500mg-tablet', allergyTo('NSAID')],
    ['pollen', 'amoxicillin-500mg-capsule', allergyTo('花粉')],
    ['peanut beside a cream', 'tretinoin-0.25mg-per-g-cream', allergyTo('花生')],
    ['tree nuts beside peanut oil', 'progesterone-100mg-soft-capsule', allergyTo('坚果')],
    ['isotretinoin beside another capsule with soya', 'dutasteride-0.5mg-soft-capsule', allergyTo('isotretinoin')],
    ['dutasteride beside another capsule with soya', 'progesterone-100mg-soft-capsule', allergyTo('度他雄胺')],
    ['progesterone beside another capsule with soya', 'isotretinoin-10mg-soft-capsule', allergyTo('progesterone')],
  ])('finds nothing for %s, and leaves nothing unchecked', (_, product, allergy) => {
    expect(check(product, allergy)).toMatchObject({ issues: [], notChecked: [], checks: ['allergy'] });
  });

  it.each([
    ['asthma', 'aspirin', 'asthma attack', 'ibuprofen-200mg-tablet'],
    ['asthma in Chinese', '阿司匹林', '哮喘发作', 'diclofenac-75mg-er-tablet'],
    ['asthma within the name', '阿司匹林哮喘', '', 'naproxen-250mg-tablet'],
    ['wheezing after a related medicine', 'ibuprofen', 'wheezing, needed a nebuliser', 'aspirin-100mg-ec-tablet'],
    ['anaphylaxis to a side chain', 'amoxicillin', 'anaphylaxis', 'cefalexin-250mg-capsule'],
  ])('reads the reaction: %s', (_, substance, reaction, product) => {
    expect(check(product, allergyTo(substance, { reaction })).issues).toMatchObject([{ severity: 'contraindicated' }]);
    expect(check('paracetamol-500mg-tablet', allergyTo(substance, { reaction })).issues).toEqual([]);
  });

  it.each(['no penicillin allergy', '青霉素不过敏', 'none', 'NKDA', '无', 'No known allergies'])(
    'accepts %s as a statement of no allergy',
    (text) => {
      expect(check('amoxicillin-500mg-capsule', allergyTo(text))).toMatchObject({ issues: [], notChecked: [] });
    },
  );

  it('reports an allergy that it could not recognise, and still checks the recognised part', () => {
    const { issues, notChecked } = check('amoxicillin-500mg-capsule', allergyTo('penicillin, blue pills'));
    expect(issues).toHaveLength(1);
    expect(notChecked).toMatchObject([{ check: 'allergy', reason: { en: expect.stringContaining('blue pills') } }]);
    expect(check('amoxicillin-500mg-capsule', allergyTo('???')).notChecked).toHaveLength(1);
    expect(check('amoxicillin-500mg-capsule', allergyTo('gone', { substanceCode: 'gone' })).notChecked).toHaveLength(1);
  });

  it('does not read an empty list as “no allergies” when the patient was not asked', () => {
    const findings = checkSafety(safetyCase({ allergiesStated: false }), loadKnowledgeBase(), [allergyCheck]);
    expect(findings.notChecked).toHaveLength(1);
    expect(findings.issues).toEqual([]);
  });

  it('returns one finding per allergy and line, with a stable id', () => {
    const both = allergyTo('penicillin, amoxicillin', { severity: 'severe' });
    const first = check('amoxicillin-500mg-capsule', both).issues;
    expect(first).toHaveLength(1);
    expect(check('amoxicillin-500mg-capsule', both).issues).toEqual(first);
    expect(severitiesOf('amoxicillin-500mg-capsule', allergyTo('penicillin'), allergyTo('amoxicillin'))).toHaveLength(
      2,
    );
  });
});

describe('the title of an allergy alert', () => {
  it.each([
    ['青霉素', 'Allergy: Penicillins (青霉素) and Amoxicillin', '过敏：青霉素与阿莫西林'],
    ['penicillin', 'Allergy: penicillin and Amoxicillin', '过敏：青霉素类（penicillin）与阿莫西林'],
  ])('names %s in the reader’s language with the original beside it', (substance, en, zh) => {
    expect(check('amoxicillin-500mg-capsule', allergyTo(substance)).issues[0]?.title).toEqual({ en, zh });
  });

  it('has the original alone where the name was guessed', () => {
    const [issue] = check('amoxicillin-500mg-capsule', allergyTo('penicilin')).issues;
    expect(issue?.title.zh).toBe('过敏：penicilin与阿莫西林');
  });
});

describe('a stated allergy', () => {
  const partsOf = (text: string) =>
    check('paracetamol-500mg-tablet', allergyTo(text)).notChecked.map(({ reason }) => reason.en);

  it.each([
    ['双黄连注射液休克', '双黄连'],
    ['板蓝根过敏', '板蓝根'],
    ['连花清瘟胶囊起疹子', '连花清瘟'],
    ['鱼腥草注射液', 'houttuynia'],
  ])('to a patent medicine is named as not checked: %s', (text, part) => {
    expect(partsOf(text)).toContainEqual(expect.stringContaining(part));
  });

  it.each([
    ['my sister is allergic to penicillin, I have none', 'amoxicillin-500mg-capsule'],
    ['妹妹对磺胺过敏，我对阿奇霉素过敏', 'sulfamethoxazole-400mg-trimethoprim-80mg-tablet'],
    ['我妈青霉素过敏，我没有', 'amoxicillin-500mg-capsule'],
  ])('of a relative beside one of the writer is not checked, and said so: %s', (text, product) => {
    expect(severitiesOf(product, allergyTo(text))).toEqual([]);
    expect(partsOf(text)).toContainEqual(expect.stringMatching(/my sister|妹妹|我妈/));
  });

  it.each([
    'my mother is allergic to penicillin',
    'my mum says I am allergic to penicillin',
    'my brother and I react to penicillin',
    '妈妈青霉素过敏',
    '我妈说我对青霉素过敏',
    '我和我姐都青霉素过敏',
    'My mother is allergic to penicillin. I am filling this in for her',
    "My mother is allergic to penicillin, I don't know how bad",
    'My dad is allergic to penicillin. I am writing about his allergy',
    'My mum is allergic to penicillin, I have no idea about other allergies',
    'Our gran is allergic to penicillin and I look after her',
    '我妈对青霉素过敏，我帮她填',
    '我妈青霉素过敏，我不清楚严重不严重',
    '爸爸青霉素过敏，我是他儿子',
    '奶奶对青霉素过敏，我不知道她还对什么过敏',
  ])('counts when the patient may be meant: %s', (text) => {
    expect(severitiesOf('amoxicillin-500mg-capsule', allergyTo(text))).toEqual(['contraindicated']);
  });

  it('to a product with a longer brand name includes its further substance', () => {
    expect(severitiesOf('codeine-15mg-tablet', allergyTo('Nurofen Plus'))).toEqual(['contraindicated']);
  });
});
