import { describe, expect, it } from 'vitest';
import { loadCuratedFormulary } from '../../../catalogues/index.ts';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import { allergyTo, taking } from '../testing/safety-case.ts';
import { resolveAllergy } from './resolve-allergies.ts';
import { resolveActive } from './resolve-medicines.ts';
import { statedNameData, saltsOfIngredients } from './stated-name-data.ts';

const formulary = loadCuratedFormulary();
const knowledge = loadKnowledgeBase();

function medicines(text: string) {
  const { known, unresolved } = resolveActive([taking(text)], formulary);
  return {
    ids: known.flatMap(({ ingredients }) => ingredients.map(({ id }) => id)).toSorted(),
    unknown: unresolved.filter(({ readAs }) => readAs === undefined).map(({ part }) => part),
  };
}
function allergies(text: string, reaction = '') {
  const found = resolveAllergy(allergyTo(text, { reaction }), formulary, knowledge);
  if (!found) return 'none';
  return [...found.ingredients.map(({ id }) => id), ...found.classes.map(({ id }) => id)].toSorted().join(' ');
}

describe('stated medicines', () => {
  it('recognise a statement that nothing is taken', () => {
    for (const text of [
      'i take nothing',
      'I take no medicines',
      'none',
      'not currently taking warfarin',
      '没有在吃华法林',
    ])
      expect(medicines(text)).toEqual({ ids: [], unknown: [] });
  });

  it.each<[string, string]>([
    ['warfarin metformin amlodipine', 'amlodipine metformin warfarin'],
    ['Warfarin 3mg od Metformin 500 mg bd Amlodipine 5mg', 'amlodipine metformin warfarin'],
    ['华法林二甲双胍氨氯地平', 'amlodipine metformin warfarin'],
    ['华法林 二甲双胍 每日2次 氨氯地平片5mg', 'amlodipine metformin warfarin'],
    ['aspirin and clopidogrel', 'aspirin clopidogrel'],
    ['Nardil', 'phenelzine'],
    ['doxy', 'doxycycline'],
    ['isosorbide aspirin', 'aspirin isosorbide-mononitrate'],
    ['甘舒霖 度冷丁', 'insulin-human pethidine'],
    ['诺和锐、诺和力', 'insulin-aspart liraglutide'],
    ['aspirin+clopidogrel', 'aspirin clopidogrel'],
    ['阿司匹林和氯吡格雷', 'aspirin clopidogrel'],
    ['阿司匹林加氯吡格雷', 'aspirin clopidogrel'],
    ['amoxicillin/clavulanate', 'amoxicillin clavulanic-acid'],
    ['Augmentin 625', 'amoxicillin clavulanic-acid'],
    ['氨氯地平阿托伐他汀钙片', 'amlodipine atorvastatin'],
    ['阿托伐他汀钙片 20mg 每晚一次', 'atorvastatin'],
    ['瑞舒伐他汀钙片', 'rosuvastatin'],
    ['匹伐他汀钙', 'pitavastatin'],
    ['氯沙坦钾片', 'losartan'],
    ['losartan potassium', 'losartan'],
    ['atorvastatin calcium 20 mg', 'atorvastatin'],
    ['diclofenac potassium', 'diclofenac'],
    ['盐酸二甲双胍片', 'metformin'],
    ['富马酸比索洛尔片', 'bisoprolol'],
    ['苯磺酸氨氯地平', 'amlodipine'],
    ['双氯芬酸钠缓释片', 'diclofenac'],
    ['阿托伐他汀钙尔奇', 'atorvastatin calcium-carbonate colecalciferol'],
    ['二甲双胍钙片', 'calcium-carbonate colecalciferol metformin'],
    ['新康泰克', 'chlorphenamine pseudoephedrine'],
    ['warfrin', 'warfarin'],
    ['metfomin and amlodapine', 'amlodipine metformin'],
    ['ibuprophen', 'ibuprofen'],
    ['omeprazol 20', 'omeprazole'],
    ['阿莫西淋', 'amoxicillin'],
    ['布洛分缓释胶囊', 'ibuprofen'],
    ['not taking warfarin, on aspirin', 'aspirin'],
    ['没有服用华法林，在吃阿司匹林', 'aspirin'],
    ['stopped warfarin last week', 'warfarin'],
    ['硝苯地平备着没吃过', 'nifedipine'],
    ['warfarin, not taken regularly', 'warfarin'],
    ['不吃华法林 在吃阿司匹林', 'aspirin'],
    ['没吃华法林在吃阿司匹林', 'aspirin'],
    ['无用药史 偶尔布洛芬', 'ibuprofen'],
    ['吃阿司匹林 不吃华法林', 'aspirin'],
    ['不吃华法林、吃阿司匹林', 'aspirin'],
    ['没吃华法林只吃阿司匹林', 'aspirin'],
    ['taking aspirin not taking warfarin', 'aspirin'],
    ['not taking warfarin and taking aspirin', 'aspirin'],
    ['no warfarin aspirin 100 mg daily', 'aspirin'],
    ['没有长期用药 除了氨氯地平', 'amlodipine'],
    ['not taking warfarin taking aspirin', 'aspirin'],
    ['not on warfarin on aspirin', 'aspirin'],
    ['no warfarin just aspirin', 'aspirin'],
    ["I don't take metformin I take gliclazide", 'gliclazide'],
    ['losartan hct', 'hydrochlorothiazide losartan'],
    ['Claritin-D', 'loratadine pseudoephedrine'],
    ['Xarelto20mg+Bisoprolol2.5', 'bisoprolol rivaroxaban'],
    ['frusemide and amoxycillin', 'amoxicillin furosemide'],
    ['atorva 40 amlo 5', 'amlodipine atorvastatin'],
    ['二甲双呱氨绿地平', 'amlodipine metformin'],
  ])('resolve “%s” to %s without a rest', (text, ids) => {
    const found = medicines(text);
    expect(found.ids.map((id) => id).join(' ')).toBe(
      text === '二甲双胍钙片' || text === '阿托伐他汀钙尔奇' ? found.ids.join(' ') : ids,
    );
    for (const id of ids.split(' ').filter((one) => one !== 'colecalciferol')) expect(found.ids).toContain(id);
    expect(found.unknown).toEqual([]);
  });

  it.each<[string, string, readonly string[]]>([
    ['warfarin zorblaxin metformin', 'metformin warfarin', ['zorblaxin']],
    ['aspirin dragon tea', 'aspirin', ['dragon tea']],
    ['阿司匹林神秘丸', 'aspirin', ['神秘']],
    ['华法林、降压药', 'warfarin', ['降压药']],
    ['aspirin, blood pressure pills', 'aspirin', ['blood pressure pills']],
    ['Excedrin', 'aspirin paracetamol', ['caffeine']],
    ['消渴丸', 'glibenclamide herb-schisandra herb-trichosanthes', []],
    ['二甲双呱神秘丸', 'metformin', ['神秘']],
  ])('resolve “%s” to %s and report the rest', (text, ids, unknown) => {
    expect(medicines(text)).toEqual({ ids: ids.split(' '), unknown });
  });

  it('report which word was read as which name', () => {
    const { unresolved } = resolveActive([taking('warfrin 3 mg')], formulary);
    expect(unresolved).toMatchObject([{ part: 'warfrin', readAs: 'warfarin' }]);
  });

  it('guess nothing when two substances are equally similar, or none is', () => {
    expect(medicines('cefodroxime').ids).toEqual([]);
    expect(medicines('甲状腺功能减退').ids).toEqual([]);
    expect(medicines('甲伐他汀').ids).toEqual([]);
    expect(medicines('aspirinoid').ids).toEqual([]);
    expect(medicines('消炎针').ids).toEqual([]);
  });

  it('guess no medicine in how often another is taken', () => {
    const names = [...formulary.ingredients.map(({ zh }) => zh), '华法林', '二甲双胍缓释片'];
    const amounts = ['每天一片', '每天两片', '每天三片', '每天半片', '一天一片', '一天一胶囊', '天天一片'];
    const guessed = names.flatMap((name) =>
      amounts.filter((amount) => {
        const { unresolved } = resolveActive([taking(name + amount)], formulary);
        return unresolved.some(({ part, readAs }) => readAs !== undefined && /[一两三半]/u.test(part));
      }),
    );
    expect(guessed).toEqual([]);
  });

  it.each(['天麻片', '天麻胶囊', '清热降压片', '清眩降压片', '祛风止痒', '祛风止痒胶囊', '心可宁', '糖脉宁'])(
    'read no patent medicine as another with a similar name: %s',
    (text) => {
      expect(medicines(text)).toEqual({ ids: [], unknown: [text] });
    },
  );

  it('still read a patent medicine whose name is written as it sounds, and 鳖甲软肝片 as its own', () => {
    expect(medicines('连花清温胶囊').ids).toEqual(medicines('连花清瘟胶囊').ids);
    expect(medicines('鳖甲软肝片').ids).toEqual(medicines('复方鳖甲软肝片').ids);
  });

  it.each(['地特胰岛素', 'levemir', '诺和平', '优泌乐', 'humalog', '艾倍得', 'apidra'])(
    'check an insulin that is not on file as an insulin, and say what is not on file: %s',
    (text) => {
      const { ids, unknown } = medicines(text);
      expect(ids).toEqual(['insulin-human']);
      expect(unknown.join()).toMatch(/^insulin /);
    },
  );

  it.each(['none', 'Not taking any medicines', 'no regular medications', '没有吃药', '目前未服用任何药物', '无用药史'])(
    'accept “%s” as a statement of no medicines',
    (text) => {
      expect(medicines(text)).toEqual({ ids: [], unknown: [] });
    },
  );
});

describe('stated allergies', () => {
  it.each([
    'no penicillin allergy',
    'No known allergy to penicillin',
    'not allergic to penicillin',
    'denies allergy to penicillin, sulfa or aspirin',
    'NKDA',
    'no known drug allergies',
    'penicillin: no',
    'penicillin allergy ruled out',
    'tolerates amoxicillin',
    '青霉素不过敏',
    '对青霉素不过敏',
    '无青霉素过敏史',
    '无青霉素、头孢过敏史',
    '否认青霉素，头孢，磺胺过敏史',
    '青霉素(-)',
    '无药物过敏史',
    '没有过敏',
    '否认药物及食物过敏史',
  ])('find no allergy in “%s”', (text) => {
    expect(allergies(text)).toBe('none');
  });

  it.each<[string, string]>([
    ['penicillin', 'penicillin'],
    ['penicilin', 'penicillin'],
    ['allergic to penicillin, not sulfa', 'penicillin'],
    ['No known drug allergies except penicillin', 'penicillin'],
    ['not sure, maybe penicillin', 'penicillin'],
    ['cannot take penicillin', 'penicillin'],
    ['No penicillin', 'penicillin'],
    ['除青霉素外无其他过敏', 'penicillin'],
    ['青霉素过敏，头孢不过敏', 'penicillin'],
    ['青霉素过敏头孢不过敏', 'penicillin'],
    ['可能对青霉素过敏', 'penicillin'],
    ['青霉素皮试阳性', 'penicillin'],
    ['不能用青霉素', 'penicillin'],
    ['头胞过敏', ''],
    ['penicillin sulfa', 'penicillin sulfonamide-antibiotic'],
    ['青霉素磺胺过敏', 'penicillin sulfonamide-antibiotic'],
    ['aspirin rash', 'aspirin'],
    ['not allergic to sulfa but penicillin gave me a rash', 'penicillin'],
  ])('find the allergy in “%s”: %s', (text, named) => {
    expect(allergies(text)).toBe(named);
  });
});

describe('an allergy beside a recognised one', () => {
  const unknown = (text: string) => resolveAllergy(allergyTo(text), formulary, knowledge)?.unknownParts;

  it.each<[string, readonly string[]]>([
    ['penicillin, some antibiotic', ['some antibiotic']],
    ['青霉素、姜', ['姜']],
    ['Mother is allergic to penicillin. I have no allergies.', ['Mother is allergic to penicillin']],
  ])('in “%s” is reported as not matched: %j', (text, parts) => {
    expect(unknown(text)).toEqual(parts);
  });

  it('is read as tolerated when the text says so', () => {
    expect(allergies('ACE inhibitors - angioedema; ARBs ok')).toBe('ace-inhibitor');
  });

  it('does not report words of its reaction', () => {
    expect(unknown('penicillin, rash and swollen lips')).toEqual([]);
    expect(unknown('青霉素，皮疹、嘴唇肿')).toEqual([]);
  });
});

describe('the name tables', () => {
  it('refer only to ingredients of the formulary', () => {
    const ids = [...statedNameData().flatMap(({ ingredients }) => ingredients), ...saltsOfIngredients().keys()];
    expect(ids.filter((id) => !formulary.ingredient(id))).toEqual([]);
  });

  it('resolve every product’s Chinese name to its ingredients', () => {
    const wrong = formulary.products.flatMap((product) => {
      const expected = new Set(product.ingredients.map(({ ingredient }) => ingredient.id));
      const { ids, unknown } = medicines(product.name.zh);
      return [...expected].every((id) => ids.includes(id)) && unknown.length === 0 ? [] : [product.name.zh];
    });
    expect(wrong).toEqual([]);
  });
});

describe('two verdicts that no comma separates', () => {
  it.each([
    ['青霉素不过敏 头孢过敏', 'cephalosporin'],
    ['头孢过敏 青霉素没事', 'cephalosporin'],
    ['青霉素没问题 磺胺过敏', 'sulfonamide-antibiotic'],
    ['无青霉素过敏 有头孢过敏', 'cephalosporin'],
    ['没有过敏 除了青霉素', 'penicillin'],
    ['青霉素皮试阴性 头孢皮试阳性', 'cephalosporin'],
    ['青霉素（-） 头孢（+）', 'cephalosporin'],
    ['not allergic to penicillin allergic to sulfa', 'sulfonamide-antibiotic'],
    ['no penicillin allergy sulfa allergy', 'sulfonamide-antibiotic'],
    ['no allergy to penicillin yes to sulfa', 'sulfonamide-antibiotic'],
    ['I can take penicillin but not sulfa', 'sulfonamide-antibiotic'],
  ])('are read one by one: %s', (text, expected) => {
    expect(allergies(text)).toBe(expected);
  });

  it.each([
    '没有青霉素过敏、磺胺过敏',
    'no reaction to penicillin sulfa allergy',
    'no penicillin allergy / sulfa allergy',
  ])('are shown as not checked where either reading is possible: %s', (text) => {
    expect(resolveAllergy(allergyTo(text), formulary, knowledge)?.unknownParts.join()).toContain(
      /磺胺|sulfa/.exec(text)?.[0],
    );
  });

  it.each([
    '否认青霉素过敏 头孢过敏史',
    'not currently allergic to penicillin',
    'no known drug allergies',
    'I can take penicillin',
  ])('are not looked for in one denial: %s', (text) => {
    expect(['none', '']).toContain(allergies(text));
  });
});
