import { describe, expect, it } from 'vitest';
import { loadCuratedFormulary } from '../../../catalogues/index.ts';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import { checkSafety } from '../testing/check-safety.ts';
import { allergyTo, draftItem, safetyCase, taking } from '../testing/safety-case.ts';
import { resolveAllergy } from './resolve-allergies.ts';
import { resolveActive } from './resolve-medicines.ts';

interface Read {
  readonly named: readonly string[];
  /** Shown to the doctor as not matched; the checks say that they did not compare it. */
  readonly shown: readonly string[];
}

function ofAllergy(text: string): Read {
  const found = resolveAllergy(allergyTo(text), loadCuratedFormulary(), loadKnowledgeBase());
  const named = [...(found?.ingredients ?? []), ...(found?.classes ?? [])].map(({ id }) => id);
  return { named, shown: found?.unknownParts ?? [] };
}

function ofMedicine(text: string): Read {
  const { known, unresolved } = resolveActive([taking(text)], loadCuratedFormulary());
  const named = known.flatMap(({ ingredients }) => ingredients.map(({ id }) => id));
  return { named, shown: unresolved.map(({ part }) => part) };
}

/** Denials of one substance, statements of another, and how the two are joined. Nothing here is derived from the shapes that are read. */
interface Grid {
  readonly title: string;
  readonly read: (text: string) => Read;
  readonly denied: readonly string[];
  readonly stated: readonly string[];
  readonly joints: readonly string[];
  readonly kept: RegExp;
  /** The substance denied: stated nowhere, so it may be unclear and never be taken for stated. */
  readonly never: RegExp;
}

const grids: readonly Grid[] = [
  {
    title: 'an allergy in English',
    read: ofAllergy,
    denied: [
      'no penicillin allergy',
      'not allergic to penicillin',
      'penicillin is fine',
      'no reaction to penicillin',
      'denies penicillin allergy',
      'penicillin negative',
      'tolerates penicillin',
      'no issues with penicillin',
      'penicillin: no',
      'NKDA',
      'no known drug allergies',
      'no food allergies',
    ],
    stated: [
      'sulfa allergy',
      'allergic to sulfa',
      'sulfa gave me hives',
      "can't take sulfa",
      'sulfa: rash',
      'only sulfa',
      'rash with sulfa',
      'just sulfa',
      'anaphylaxis to sulfa',
      'had a bad reaction to sulfa',
      'sulfa (hives)',
      'sulfa yes',
      'avoid sulfa',
      'intolerant of sulfa',
    ],
    joints: [' ', ', ', '. ', ' but ', ' and ', ' / ', '/', ' - ', '; ', ' until ', '\n'],
    kept: /sulf/,
    never: /penicillin/,
  },
  {
    title: 'an allergy in Chinese',
    read: ofAllergy,
    denied: [
      '青霉素不过敏',
      '没有青霉素过敏',
      '青霉素没事',
      '青霉素皮试阴性',
      '无青霉素过敏史',
      '青霉素(-)',
      '青霉素（－）',

      '否认青霉素过敏史',
      '否认食物过敏史',
      '无药物过敏史',
      '既往无食物过敏史',
      '否认其他药物过敏史',
      '青霉素可以用',
    ],
    stated: [
      '磺胺过敏',
      '对磺胺过敏',
      '吃磺胺起疹子',
      '磺胺皮试阳性',
      '磺胺(+)',
      '磺胺休克',
      '有磺胺过敏史',
      '只对磺胺过敏',
      '磺胺不能用',
      '就磺胺过敏',
      '磺胺药疹',
    ],
    joints: ['', ' ', '，', '。', '、', '/', '但', '；', '－', '\n'],
    kept: /sulf|磺胺/,
    never: /penicillin/,
  },
  {
    title: 'a medicine in English',
    read: ofMedicine,
    denied: [
      'not taking warfarin',
      'no warfarin',
      "don't take warfarin",
      'never taken warfarin',
      'not on warfarin',
      'denies taking warfarin',
      'no other medicines',
      'no tablets',
    ],
    stated: [
      'taking aspirin',
      'on aspirin',
      'I take aspirin',
      'aspirin daily',
      'just aspirin',
      'aspirin',
      'aspirin 75mg',
      'uses aspirin',
      'aspirin instead',
      'aspirin when needed',
      'aspirin in the morning',
      'prescribed aspirin',
    ],
    joints: [' ', ', ', '. ', ' but ', ' and ', ' / ', ' - ', '; ', ' + ', '\n'],
    kept: /aspirin/,
    never: /warfarin/,
  },
  {
    title: 'a medicine in Chinese',
    read: ofMedicine,
    denied: [
      '不吃华法林',
      '没有服用华法林',
      '否认服用华法林',
      '从未用过华法林',
      '没吃其他药',
      '没吃药',
      '华法林没吃过',
    ],
    stated: [
      '吃阿司匹林',
      '在吃阿司匹林',
      '服用阿司匹林',
      '阿司匹林每天一片',
      '就用阿司匹林',
      '改成阿司匹林',
      '阿司匹林100mg',
      '阿司匹林有在用',
      '胸痛时含阿司匹林',
      '昨晚吃了阿司匹林',
      '偶尔阿司匹林',
    ],
    joints: ['', ' ', '，', '。', '、', '/', '但', '；', '\n'],
    kept: /aspirin|阿司匹林/,
    never: /warfarin/,
  },
];

const textsOf = ({ denied, stated, joints }: Grid) =>
  denied.flatMap((no) => stated.flatMap((yes) => joints.flatMap((joint) => [no + joint + yes, yes + joint + no])));

describe.each(grids)('$title beside a denial, whichever comes first', (grid) => {
  const texts = textsOf(grid).map((text) => ({ text, read: grid.read(text) }));

  it('is stated or shown', () => {
    const dropped = texts.filter(({ read }) => !grid.kept.test([...read.named, ...read.shown].join(' ')));
    expect(dropped.map(({ text }) => text)).toEqual([]);
  });

  it('is alone denied or shown where the denial ends with its own sentence', () => {
    const wrong = texts.filter(({ text, read }) => /[.。;；,，]/.test(text) && grid.never.test(read.named.join(' ')));
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });
});

it.each<[string, RegExp]>([
  ['否认食物过敏史 青霉素过敏', /penicillin/],
  ['否认磺胺过敏史 有青霉素过敏史', /penicillin/],
  ['否认食物过敏史、青霉素皮试阳性', /penicillin/],
  ['否认其他药物过敏史 青霉素过敏', /penicillin/],
  ['无药物过敏史 芒果过敏', /芒果/],
  ['无药物过敏史、青霉素皮试阳性', /penicillin/],
  ['无食物过敏史、青霉素过敏史', /青霉素/],
  ['没有青霉素 头孢过敏', /头孢/],
  ['既往无食物过敏史 青霉素过敏', /penicillin/],
  ['头孢(-)青霉素(+)', /penicillin/],
  ['头孢（-）、青霉素（+）', /penicillin/],
  ['头孢皮试(-)、青霉素皮试(+)', /penicillin/],
  ['青霉素(-)/磺胺过敏', /sulf|磺胺/],
  ['no penicillin allergy only latex', /latex/],
  ['no allergy to penicillin or sulfa just latex', /latex/],
  ['no food allergies only penicillin', /penicillin/],
  ['nkda - penicillin anaphylaxis', /penicillin/],
  ['nkda penicillin rash', /penicillin/],
  ['no allergy to penicillin vomiting with codeine', /codeine/],
  ['sulfa negative penicillin gave me hives', /penicillin/],
  ['never had a problem with antibiotics until amoxicillin gave me hives', /amoxicillin/],
  ['no doubt allergic to aspirin', /aspirin/],
  ['not just penicillin also sulfa', /sulfa/],
  ["my mum isn't allergic to penicillin I am", /penicillin/],
  ['NKDA?', /NKDA/],
  ['no allergy to zorblaxin', /zorblaxin/],
])('No allergy is left out in silence: %s', (text, kept) => {
  const { named, shown } = ofAllergy(text);
  expect([...named, ...shown].join(' ')).toMatch(kept);
});

it.each<[string, RegExp]>([
  ['不吃阿司匹林就用硝酸甘油', /nitroglycerin/],
  ['不吃阿司匹林 硝酸甘油有在用', /nitroglycerin/],
  ['没吃药 昨晚吃了西地那非', /sildenafil/],
  ['没吃药 胸痛时含硝酸甘油', /nitroglycerin/],
  ['不吃华法林改成利伐沙班', /rivaroxaban/],
  ['没吃其他药 二甲双胍', /metformin/],
  ['除二甲双胍外没吃药', /metformin/],
  ['今天没吃华法林', /华法林/],
  ['华法林不吃了换成利伐沙班', /利伐沙班/],
  ['lithium not taking', /lithium/],
  ['not taking warfarin and aspirin', /aspirin/],
  ['不吃华法林 阿司匹林', /阿司匹林/],
  ["don't take aspirin / uses nitro spray", /nitroglycerin/],
  ['no aspirin nitro under tongue for angina', /nitro/],
  ['no regular medicines nitro spray', /nitroglycerin/],
  ['no pills insulin injections', /insulin-human/],
  ['no other meds sertraline', /sertraline/],
  ['no medication sertraline stopped last week', /sertraline/],
])('No medicine is left out in silence: %s', (text, kept) => {
  const { named, shown } = ofMedicine(text);
  expect([...named, ...shown].join(' ')).toMatch(kept);
});

it.each<[string, readonly string[], readonly string[]]>([
  ['阿司匹林100mg、不吃硝酸甘油', ['aspirin'], []],
  ['阿司匹林100mg 没吃过硝酸甘油', ['aspirin'], []],
  ['不吃硝酸甘油、阿司匹林每天一片', ['aspirin'], []],
  ['aspirin 75mg no nitro', ['aspirin'], []],
  ['硝酸甘油 没用过', [], ['硝酸甘油 没用过']],
  ['硝酸甘油、从未用过', [], ['硝酸甘油、从未用过']],
  ['nitroglycerin never taken', [], ['nitroglycerin never taken']],
  ['nitroglycerin not taking', [], ['nitroglycerin not taking']],
  ['not taking nitroglycerin daily', [], ['not taking nitroglycerin daily']],
  ['not taking nitroglycerin / aspirin daily', [], ['not taking nitroglycerin / aspirin daily']],
])('A dose beside a denial does not make the denied medicine stated: %s', (text, named, shown) => {
  expect(ofMedicine(text)).toEqual({ named, shown });
});

const DENIALS: readonly string[] = [
  'NKDA',
  'nkda, nkfa',
  'no known allergies',
  'No known drug allergies.',
  'no allergies that I know of',
  '无',
  '没有',
  'denies allergy to penicillin, sulfa or aspirin',
  'not allergic to penicillin or sulfa',
  'no latex allergy',

  'I have no allergies',
  'she has no known allergies',
  'penicillin: no, sulfa: no',
  'no rash or allergic reaction to aspirin',
  'never had a reaction to penicillin',
  "doesn't react to aspirin",
  'no penicillin allergy, no sulfa allergy',

  '否认药物过敏史',
  '否认药物及食物过敏史',
  '否认青霉素过敏史、头孢过敏史',
  '无药物、食物过敏史',
  '患者否认青霉素过敏',

  '既往无药物过敏史',
  '青霉素(-)、头孢(-)',
  '对青霉素不过敏',
  '不对青霉素过敏',
  '无青霉素、头孢过敏',
  '青霉素不过敏 头孢不过敏',
  '无青霉素过敏史 无头孢过敏史',
  '否认青霉素，头孢，磺胺过敏史',
];
const NOT_TAKEN: readonly string[] = [
  'no regular medication',
  'currently not taking any medication',
  'not on blood thinners',
  'no warfarin or aspirin',

  'not taking warfarin',
  'not taking warfarin, aspirin or clopidogrel',
  "doesn't take warfarin",
  'denies warfarin use',

  '目前未服用阿司匹林',
  '无长期用药史',
  '平时不吃药',
  '没吃过华法林、阿司匹林',
  '不吃华法林和阿司匹林',
  '没在吃抗凝药',
];

it.each(DENIALS)('A plain denial of allergies stays silent: %s', (text) => {
  expect(ofAllergy(text)).toEqual({ named: [], shown: [] });
});

it.each(NOT_TAKEN)('A plain denial of medicines stays silent: %s', (text) => {
  expect(ofMedicine(text)).toEqual({ named: [], shown: [] });
});

it('What is unclear about a medicine is shown with every check that compares medicines', () => {
  const items = [draftItem('sildenafil-50mg-tablet')];
  const of = (text: string) => checkSafety(safetyCase({ items, activeMedicines: [taking(text)] })).notChecked;
  const shown = of('no aspirin nitro under tongue').filter(({ reason }) => reason.en.includes('nitro under tongue'));
  expect(shown.map(({ check }) => check)).toEqual(expect.arrayContaining(['interaction', 'duplicate']));
  expect(of('no nitro')).toEqual(of('none'));
});
