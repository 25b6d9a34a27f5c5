import type { DetectionRule, OneOf } from './rule.ts';

const toxbase = 'NHS: Poisoning; WHO: Poison control; 急性中毒诊断与治疗中国专家共识 2016';
const mentalHealth = 'WHO mhGAP; NICE NG225; 中国自杀预防指南';
const warnings = 'WHO mhGAP 2023; American Association of Suicidology: IS PATH WARM';
const injury = 'NICE NG39; WHO: Emergency care; NHS: When to call 999';
const eyes = 'NICE CKS: Red eye; Royal College of Ophthalmologists';

export const harmFromOutsideRules: readonly DetectionRule[] = [
  { flag: 'poisoning', source: toxbase, near: [['ingest'], ['poison']], span: 16, lasting: true },
  {
    flag: 'poisoning',
    source: toxbase,
    near: [['ingest'], ['tooMuch'], ['medicine']],
    span: 30,
    unless: ['plannedDose'],
    lasting: true,
  },
  {
    flag: 'poisoning',
    source: `${toxbase}: also beside the daily dose`,
    near: [['ingest'], ['tooMuch'], ['medicine']],
    span: 30,
    with: [['allAtOnce', 'tookAmount']],
    lasting: true,
  },
  {
    flag: 'poisoning',
    source: `${toxbase}; child`,
    near: [['ingest'], ['medicine']],
    span: 16,
    with: [['child'], ['sudden', 'tooMuch', 'drowsy', 'anothersMedicine']],
    lasting: true,
  },
  { flag: 'poisoning', source: toxbase, near: [['tooMuchWord']], lasting: true },
  { flag: 'poisoning', source: toxbase, near: [['poisoned']], lasting: true },
  {
    flag: 'poisoning',
    source: 'NICE: Button batteries; ESPGHAN 2021',
    near: [['swallowedThing']],
    unless: ['passedOut'],
    lasting: true,
  },
  {
    flag: 'poisoning',
    source: 'NICE: Button batteries; ESPGHAN 2021: also after it has passed',
    near: [['swallowedThing']],
    with: [['harmfulThing']],
    lasting: true,
  },
  { flag: 'suicidal', source: mentalHealth, near: [['wantsToDie']] },
  { flag: 'suicidal', source: mentalHealth, near: [['suicideWord']] },
  ...pairsOf([
    ['means', 'withinReach'],
    ['goodbye'],
    ['lastThanks'],
    ['settles'],
    ['noFuture'],
    ['deathAsRest'],
    ['unbearable', 'worthless'],
  ]).map(([one, other]): DetectionRule => ({ flag: 'suicidal', source: warnings, near: [one], with: [other] })),
  {
    flag: 'suicidal',
    source: warnings,
    near: [['means', 'goodbye', 'deathAsRest', 'worthless']],
    with: [['everydayLetters', 'everydayLeaving', 'everydayQuiet']],
  },
  {
    flag: 'suicidal',
    source: warnings,
    near: [['everydayLetters']],
    with: [['everydayLeaving'], ['everydayQuiet']],
  },
  { flag: 'harm-others', source: 'NICE NG10; WHO mhGAP', near: [['harmOthers']], unless: ['overjoyed'] },
  {
    flag: 'harm-others',
    source: 'NICE CG178; WHO mhGAP',
    near: [['voices'], ['commanded', 'harmOthers']],
    span: 24,
    unless: ['overjoyed'],
  },
  {
    flag: 'harm-others',
    source: 'NICE CG178; CG185: psychosis or mania with danger',
    near: [['psychosis', 'sleepless', 'voices']],
    with: [
      ['runsIntoDanger', 'commanded', 'harmOthers', 'wantsToDie', 'deathAsRest', 'means', 'withinReach', 'noFuture'],
    ],
    unless: ['overjoyed'],
  },
  {
    flag: 'harm-others',
    source: 'NICE CG192: psychosis after birth',
    near: [['psychosis', 'hearsVoices']],
    with: [['postpartum']],
    unless: ['overjoyed'],
  },
  {
    flag: 'violence',
    source: 'WHO 2013: intimate partner and sexual violence; NICE PH50',
    near: [['violence']],
    unless: ['overjoyed'],
  },
  { flag: 'head-injury', source: injury, near: [['crash']] },
  { flag: 'head-injury', source: injury, near: [['highRisk'], ['blow']], span: 14, unless: ['minor', 'mild'] },
  { flag: 'head-injury', source: injury, near: [['wound']] },
  {
    flag: 'severe-burn',
    source: 'NICE CKS: Burns; 烧伤急救专家共识',
    near: [['burnt'], ['burnBad']],
    span: 24,
    unless: ['mild'],
  },
  {
    flag: 'severe-burn',
    source: 'NICE CKS: Burns',
    near: [['burnt']],
    with: [['child'], ['burnBad']],
    unless: ['mild'],
  },
  { flag: 'severe-burn', source: 'NICE CKS: Electrical burns', near: [['electric']], lasting: true },
  {
    flag: 'bite',
    source: 'WHO 2016: Snakebite; WHO 2018: Rabies; 狂犬病暴露预防处置规范',
    near: [['venom']],
    unless: ['minorBite'],
    lasting: true,
  },
  { flag: 'eye-injury', source: eyes, near: [['inTheEye'], ['eyeHarm']], span: 20 },
  {
    flag: 'eye-injury',
    source: `${eyes}: acute glaucoma`,
    near: [['eye'], ['pain', 'severe']],
    span: 10,
    with: [['glaucoma'], ['severe', 'sudden', 'vomiting']],
    unless: ['usual'],
  },
  {
    flag: 'eye-injury',
    source: `${eyes}: acute glaucoma`,
    near: [['eye', 'headache', 'head'], ['halo']],
    span: 40,
    with: [['vomiting', 'pain', 'severe', 'blind', 'unwell', 'headache']],
    unless: ['usual'],
  },
  {
    flag: 'sudden-blindness',
    source: 'NHS: Loss of vision; NICE CKS: Retinal detachment',
    near: [['blind']],
    unless: ['usual'],
    lasting: true,
  },
  {
    flag: 'sudden-blindness',
    source: 'NHS: Loss of vision; NICE CKS: Retinal detachment',
    near: [['dimSight']],
    with: [['sudden', 'severe', 'headache', 'vomiting', 'eyeHarm', 'blow']],
    unless: ['usual'],
    lasting: true,
  },
  {
    flag: 'heat-or-cold',
    source: '热射病急诊诊断与治疗专家共识 2021; NHS: Heatstroke',
    near: [['heat']],
    with: [['confused', 'collapse', 'seizure', 'highFever', 'drowsy']],
  },
  {
    flag: 'heat-or-cold',
    source: 'Resuscitation Council UK: Hypothermia',
    near: [['cold']],
  },
  {
    flag: 'heat-or-cold',
    source: 'Resuscitation Council UK: Hypothermia',
    near: [['chilled']],
    with: [['confused', 'collapse', 'drowsy', 'garbled', 'cold']],
  },
];

/** Returns every pair of two different groups of concepts. */
function pairsOf(groups: readonly OneOf[]): [OneOf, OneOf][] {
  return groups.flatMap((one, at) => groups.slice(at + 1).map((other): [OneOf, OneOf] => [one, other]));
}
