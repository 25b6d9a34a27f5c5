import { describe, expect, it } from 'vitest';
import { redFlagIds, redFlagRules, type RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';
import { findRedFlags } from './red-flags.ts';
import { detectionRules } from './rules/index.ts';

const adult = { ageYears: 40 };

/** For each rule: texts with the sign in English and Chinese, and similar texts without it. */
const said: Partial<Record<RedFlagId, { yes: string[]; no: string[] }>> = {
  'chest-pain': {
    yes: [
      'I have chest pain since this morning',
      'Pressure in my chest',
      'tightness across the chest',
      '胸口很痛',
      '心绞痛又犯了',
      '胸闷胸痛',
      '胸口闷',
    ],
    no: ['I have no chest pain', 'without any chest pain', '没有胸痛', '否认胸痛', 'chest X-ray was fine'],
  },
  stroke: {
    yes: [
      'my face is drooping',
      'sudden numbness of the left side',
      'slurred speech',
      '嘴角歪',
      '左手突然无力',
      '说话不清',
    ],
    no: ['no slurred speech', '没有口角歪斜', 'a stroke of luck'],
  },
  breathing: {
    yes: ['I can’t breathe', 'cant breathe', 'severe shortness of breath', 'her lips are blue', '喘不上气', '呼吸困难'],
    no: ['no shortness of breath', '没有呼吸困难', 'bad breath'],
  },
  anaphylaxis: {
    yes: ['my tongue is swollen after peanuts', 'anaphylaxis', '喉头水肿', '过敏性休克'],
    no: ['no anaphylaxis', '没有喉咙肿', 'sore throat'],
  },
  'heavy-bleeding': {
    yes: ['bleeding heavily', 'the bleeding won’t stop', 'heavy bleeding', '血流不止', '大出血'],
    no: ['no heavy bleeding', '没有大出血', 'a small bleeding gum'],
  },
  'vomiting-blood': {
    yes: ['I vomited blood', 'coughing up blood', 'black stools', '吐血', '黑便两天'],
    no: ['not coughing blood', '没有黑便', 'blood test'],
  },
  'pregnancy-bleeding': {
    yes: ['I am 10 weeks pregnant and bleeding', 'spotting, I am pregnant', '怀孕8周出血', '见红，孕期38周'],
    no: ['I am pregnant and tired', '怀孕了想补叶酸'],
  },
  'infant-fever': {
    yes: ['my 2 month old has a fever', 'newborn with high temperature', '新生儿发烧', '宝宝两个月大，39度'],
    no: ['I have a fever', 'my baby has no fever', '发烧三天', '宝宝没有发烧'],
  },
  unconscious: {
    yes: ['he passed out', 'she will not wake up', '叫不醒', '昨天晕倒了'],
    no: ['没有晕倒', 'never passed out'],
  },
  seizure: { yes: ['he had a seizure', 'convulsions', '孩子抽搐', '癫痫发作'], no: ['no seizures', '没有抽搐'] },
  meningitis: {
    yes: ['fever and a stiff neck', 'a rash that does not fade under a glass', '发热伴颈项强直'],
    no: ['stiff neck from sleeping', '脖子僵硬，坐久了'],
  },
  'worst-headache': {
    yes: ['the worst headache of my life', 'thunderclap headache', '突然剧烈头痛'],
    no: ['a mild headache', '有点头痛'],
  },
  'head-injury': {
    yes: ['hit my head and now vomiting', 'car accident', '摔到头后呕吐', '车祸'],
    no: ['no head injury', '没有头部外伤'],
  },
  poisoning: {
    yes: ['overdose of paracetamol', 'she swallowed a battery', '误服', '煤气中毒'],
    no: ['no poisoning', '没有中毒'],
  },
  suicidal: {
    yes: [
      'I want to die',
      'thinking of suicide',
      'I don’t want to kill myself, but it comes back',
      'I do not want to live',
      '不想活了',
      '有自杀的念头',
      '我不想死但一直想死',
    ],
    no: ['no suicidal thoughts', '没有自杀念头', 'the pain is killing me'],
  },
  'cauda-equina': {
    yes: ['back pain and numbness around my groin', 'lost control of my bladder', '大小便失禁'],
    no: ['lower back pain', '腰痛'],
  },
  'testicular-pain': { yes: ['sudden testicular pain', '睾丸突然疼痛'], no: ['no testicular pain', '没有睾丸疼痛'] },
  'sudden-blindness': {
    yes: ['suddenly blind in one eye', 'loss of vision', '突然看不见'],
    no: ['I need new glasses', '近视'],
  },
  'severe-burn': { yes: ['a severe burn', 'electric shock', '大面积烫伤', '触电'], no: ['heartburn', '轻微烫红'] },
  choking: { yes: ['he is choking', '噎住了'], no: ['not choking', '没有噎到'] },
};

describe('danger sign rules', () => {
  it.each(Object.entries(said))(
    '%s finds its sign in both languages, and ignores negations and similar texts',
    (id, { yes, no }) => {
      const hits = (texts: string[]) => texts.filter((text) => findRedFlags(text, adult).some((found) => found === id));
      expect(hits(yes)).toEqual(yes);
      expect(hits(no)).toEqual([]);
    },
  );

  it('have names in both languages, unique ids in order, detection rules and a source for each of these', () => {
    expect(redFlagRules.map(({ id }) => id)).toEqual([...redFlagIds]);
    for (const { name } of redFlagRules) for (const text of [name.en, name.zh]) expect(text).not.toBe('');
    for (const { source } of detectionRules) expect(source.length).toBeGreaterThan(7);
    // Comes only from a tick on the page of danger signs.
    const tickedOnly = new Set(['pregnancy-danger']);
    const inWords = redFlagIds.filter((id) => !tickedOnly.has(id));
    expect(new Set(detectionRules.map(({ flag }) => flag))).toEqual(new Set(inWords));
  });
});

describe('a negation', () => {
  it('covers only what directly follows it', () => {
    expect(findRedFlags('no cough, chest pain', adult)).toEqual(['chest-pain']);
    expect(findRedFlags('No fever but chest pain', adult)).toEqual(['chest-pain']);
    expect(findRedFlags('没有发烧，胸痛两小时', adult)).toEqual(['chest-pain']);
    expect(findRedFlags('no longer chest pain', adult)).toEqual(['chest-pain']);
  });

  it('does not hide another mention, and does not count in doubt or when negated itself', () => {
    expect(findRedFlags('No chest pain yesterday. Today chest pain.', adult)).toEqual(['chest-pain']);
    expect(findRedFlags("I can't say I have no chest pain", adult)).toEqual(['chest-pain']);
    expect(findRedFlags('不是没有胸痛', adult)).toEqual(['chest-pain']);
  });
});

it('findRedFlags reports a fever in the first year of life', () => {
  expect(findRedFlags('fever 39', { ageYears: 0 })).toEqual(['infant-fever']);
  expect(findRedFlags('fever 39', { ageYears: null })).toEqual([]);
});

it('findRedFlags finds nothing in ordinary complaints', () => {
  for (const text of [
    'cough for three days',
    '咳嗽三天 · cough for three days',
    '头痛',
    'sore throat',
    'my blood pressure was 150 over 95',
    '血压高，想开药',
  ]) {
    expect(findRedFlags(text, adult), text).toEqual([]);
  }
});
