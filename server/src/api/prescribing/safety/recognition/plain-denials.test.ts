import { describe, expect, it } from 'vitest';
import { loadCuratedFormulary } from '../../../catalogues/index.ts';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import { allergyTo, taking } from '../testing/safety-case.ts';
import { resolveAllergy } from './resolve-allergies.ts';
import { resolveActive } from './resolve-medicines.ts';

function ofAllergy(text: string) {
  const found = resolveAllergy(allergyTo(text), loadCuratedFormulary(), loadKnowledgeBase());
  const named = [...(found?.ingredients ?? []), ...(found?.classes ?? [])].map(({ id }) => id);
  return { named, shown: found?.unknownParts ?? [] };
}
function ofMedicine(text: string) {
  const { known, unresolved } = resolveActive([taking(text)], loadCuratedFormulary());
  return {
    named: known.flatMap(({ ingredients }) => ingredients.map(({ id }) => id)),
    shown: unresolved.map(({ part }) => part),
  };
}
const silent = { named: [], shown: [] };

const NO_ALLERGIES =
  'none known|nothing|Nothing known|nil known|not that I know of|none as far as I know|allergies: none|(NKDA)|None!|没有药物过敏|不过敏|我不过敏|什么都不过敏|没|暂无过敏|过敏史（-）|没有过敏的药|无药物不良反应';
const NO_MEDICINES =
  'no nitrates|nothing|nil|none known|nothing regular|no regular medication|takes no medicines|taking nothing|no long term medication|Medication: nil|no vitamins or supplements|没在吃药|没有在吃药|什么药都没吃|暂无用药|没有正在服用的药物|用药：无|没吃中药西药';

describe('a denial that is the whole statement', () => {
  it.each(NO_ALLERGIES.split('|'))('of allergies is no allergy: %s', (text) => {
    expect(ofAllergy(text)).toEqual(silent);
  });

  it.each(NO_MEDICINES.split('|'))('of medicines is no medicine: %s', (text) => {
    expect(ofMedicine(text)).toEqual(silent);
  });

  it.each([' ', ', ', '. ', '\n', ' but ', '; ', ' (', ' except ', '，', '。', '、', '，但'])(
    'hides nothing that is stated after “%s”',
    (joint) => {
      const kept = (text: string, { named, shown }: typeof silent | ReturnType<typeof ofAllergy>) =>
        /penicillin|青霉素|warfarin|华法林/.test([...named, ...shown].join(' ')) ? [] : [text];
      const lost = [
        ...NO_ALLERGIES.split('|').flatMap((no) => [`${no}${joint}penicillin`, `${no}${joint}青霉素过敏`]),
        ...NO_ALLERGIES.split('|').map((no) => `青霉素过敏${joint}${no}`),
      ].flatMap((text) => kept(text, ofAllergy(text)));
      const untaken = [
        ...NO_MEDICINES.split('|').flatMap((no) => [`${no}${joint}warfarin`, `${no}${joint}华法林`]),
        ...NO_MEDICINES.split('|').map((no) => `吃华法林${joint}${no}`),
      ].flatMap((text) => kept(text, ofMedicine(text)));
      expect([...lost, ...untaken]).toEqual([]);
    },
  );
});

describe('a minus or 阴性 in brackets', () => {
  it.each(['(-)', '（-）', '（－）', '(−)', '（–）', ' (—)', '（阴性）'])('denies the name before it: %s', (sign) => {
    expect(ofAllergy(`青霉素${sign}`)).toEqual(silent);
    expect(ofAllergy(`penicillin ${sign}`)).toEqual(silent);
    expect(ofMedicine(`硝酸甘油${sign}`)).toEqual(silent);
    expect(ofMedicine(`nitroglycerin ${sign}`)).toEqual(silent);
    expect(ofMedicine(`硝酸甘油${sign}，华法林（+）`)).toEqual({ named: ['warfarin'], shown: [] });
  });
});

describe('a negative skin test', () => {
  it.each([
    '青霉素皮试阴性',
    '青霉素皮试（-）',
    '对青霉素皮试阴性',
    'penicillin skin test negative',
    'penicillin negative',
    'negative skin test to penicillin',
  ])('is shown, because it proves little: %s', (text) => {
    expect(ofAllergy(text)).toEqual({ named: [], shown: [text] });
  });

  it.each(['头孢过敏，青霉素皮试阴性', '青霉素皮试阴性 头孢过敏', '头孢皮试阳性、青霉素皮试阴性'])(
    'is shown beside an allergy: %s',
    (text) => {
      const { named, shown } = ofAllergy(text);
      expect(named).toEqual(['cephalosporin']);
      expect(shown.join()).toContain('青霉素皮试阴性');
    },
  );
});

describe('the word for allergy', () => {
  it.each(['碘', '酒精', '花粉'])('is a verdict, also where the list has it in a name: %s', (name) => {
    const text = (before: string) => `${before}${name}过敏`;
    for (const before of ['', '无药物过敏史、', '否认药物过敏史，', '青霉素皮试阴性', '无食物过敏史 '])
      expect([...ofAllergy(text(before)).named, ...ofAllergy(text(before)).shown]).not.toEqual([]);
    expect(ofAllergy(text('无'))).toEqual(silent);
    expect(ofAllergy(`${name}不过敏`)).toEqual(silent);
  });
});

describe('a denial with a limit', () => {
  it.each([
    'was not allergic to penicillin until 2020',
    'not allergic to penicillin until last year',
    'no penicillin allergy before 2020',
    "wasn't allergic to penicillin before but is now",
    '2020年以前对青霉素不过敏',
    '青霉素以前不过敏，现在过敏',
  ])('is an allergy, or shown: %s', (text) => {
    const { named, shown } = ofAllergy(text);
    expect([...named, ...shown].join()).toMatch(/penicillin|青霉素/);
  });

  it('is shown where what limits it is a clause of its own', () => {
    expect(ofAllergy('sulfa rash. Not allergic to penicillin, hives once').shown.join()).toContain('penicillin');
    expect(ofMedicine('aspirin. No warfarin, until last week').shown.join()).toContain('No warfarin, until last week');
    expect(ofMedicine('没吃西药，吃中药').shown.join()).toContain('吃中药');
    expect(ofMedicine('no tablets but drops').shown.join()).toContain('drops');
  });
});

it.each(['ibuprofen none', 'ibuprofen - nil', 'ibuprofen - none', 'ibuprofen nil'])(
  'A name with “none” behind it may be the only allergy: %s',
  (text) => {
    expect(ofAllergy(text)).not.toEqual(silent);
  },
);

it.each([
  '没规律吃药',
  'none nitrates',
  '没有华法林了',
  '没在吃药、华法林',
  'nothing but my heart tablet',
  'no tablets today',
])('What is taken badly, or ran out, is no denial: %s', (text) => {
  expect(ofMedicine(text)).not.toEqual(silent);
});

const AFTER_A_COMMA =
  'not allergic to penicillin, and sulfa|I am not allergic to penicillin, and sulfa|not allergic to drugs, and peanuts|no drug allergy to penicillin, and latex|no reaction to penicillin, and sulfa|no known allergy to penicillin, and sulfa|never reacted to penicillin, and aspirin|not allergic to penicillin, sulfa, and iodine|not penicillin, and sulfa|sulfa, and penicillin: no allergy|shellfish, and iodine: none|nuts, and penicillin no allergy|aspirin, and ibuprofen ok no problem';
const BEFORE_A_VERDICT =
  '青霉素、头孢没事|青霉素头孢没事|青霉素/头孢没问题|青霉素、头孢没反应|青霉素、头孢无不良反应|花生、虾没事|阿司匹林、布洛芬没问题|磺胺、青霉素（阴性）|sulfa/penicillin no|sulfa or penicillin none|aspirin and ibuprofen no';
const AT_A_TIME =
  'penicillin: not allergic in 2010|penicillin not allergic last year|penicillin: no last year|penicillin no 2010|penicillin none last year|sulfa none on tests|sulfa and penicillin no in 2010|latex, and penicillin not allergic last year|penicillin no allergy in 2010|现在不过敏|最近不过敏|平时不过敏|最近没有|currently not allergic to penicillin|none now|penicillin not allergic now|penicillin: none now';

it.each([...AFTER_A_COMMA.split('|'), ...BEFORE_A_VERDICT.split('|'), ...AT_A_TIME.split('|')])(
  'A denial that may be of a part, or of a time, hides nothing: %s',
  (text) => {
    expect(ofAllergy(text)).not.toEqual(silent);
  },
);
