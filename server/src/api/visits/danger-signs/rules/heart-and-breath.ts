import type { DetectionRule, OneOf } from './rule.ts';

const esc = 'ESC 2023 acute coronary syndromes; NICE CG95; 急诊预检分诊专家共识 2018';
const breath = 'WHO ETAT; NHS: When to call 999; NICE NG80; 急诊预检分诊专家共识 2018';
const allergy = 'WAO 2020; NICE CG134; Resuscitation Council UK 2021';

/** Beside a burning chest or heartburn these are signs of the heart. */
const heartSigns: OneOf = ['crushing', 'spreads', 'coldSweat', 'breathless', 'collapse', 'faintness', 'heartHistory'];

export const heartAndBreathRules: readonly DetectionRule[] = [
  { flag: 'chest-pain', source: esc, near: [['chest'], ['chestPain']], unless: ['overjoyed', 'strain'], lasting: true },
  {
    flag: 'chest-pain',
    source: esc,
    near: [['chest'], ['ache']],
    span: 20,
    unless: ['overjoyed', 'strain'],
    lasting: true,
  },
  {
    flag: 'chest-pain',
    source: `${esc}: also when pressing hurts`,
    near: [['chest'], ['chestPain', 'pain']],
    span: 20,
    with: [['crushing', 'spreads', 'coldSweat', 'breathless', 'collapse', 'faintness', 'heartbeat', 'heartHistory']],
    unless: ['overjoyed'],
    lasting: true,
  },
  {
    flag: 'chest-pain',
    source: esc,
    near: [['chest'], ['burning']],
    span: 20,
    unless: ['overjoyed', 'strain', 'reflux'],
    lasting: true,
  },
  {
    flag: 'chest-pain',
    source: `${esc}: a burning with a red flag is not reflux until shown`,
    near: [['chest'], ['burning']],
    span: 20,
    with: [heartSigns],
    lasting: true,
  },
  {
    flag: 'chest-pain',
    source: `${esc}: heartburn with a red flag`,
    near: [['heartburn']],
    with: [heartSigns],
    lasting: true,
  },
  {
    flag: 'chest-pain',
    source: `${esc}: effort angina at rest`,
    near: [['chest', 'spreads']],
    with: [['effort'], ['atRest']],
  },
  {
    flag: 'chest-pain',
    source: 'NICE NG158: Pulmonary embolism',
    near: [['pleuritic']],
    with: [['clotLeg', 'postpartum', 'pregnant', 'heartbeat', 'afterProcedure', 'breathless']],
  },
  { flag: 'heart-rhythm', source: 'ESC 2021 pacing', near: [['pacemaker']], with: [['collapse', 'faintness']] },
  { flag: 'chest-pain', source: esc, near: [['anginaWord']], lasting: true },
  { flag: 'chest-pain', source: esc, near: [['heartAttack']] },
  {
    flag: 'chest-pain',
    source: `${esc} (known coronary disease)`,
    near: [['heartHistory']],
    with: [
      ['pain', 'coldSweat', 'unwell', 'chestPain'],
      ['sudden', 'coldSweat', 'severe'],
    ],
  },
  { flag: 'chest-pain', source: esc, near: [['radiation'], ['chestPain']], span: 12, with: [['coldSweat']] },
  {
    flag: 'chest-pain',
    source: `${esc} (atypical)`,
    near: [['coldSweat'], ['unwell']],
    span: 40,
    with: [['sudden', 'radiation', 'diabetic']],
    unless: ['lowSugar'],
  },
  {
    flag: 'aortic',
    source: 'ESC 2014 aortic diseases; HSIB 2020',
    near: [['tearing'], ['chest', 'back', 'belly']],
    span: 12,
  },
  {
    flag: 'aortic',
    source: 'ESC 2014 aortic diseases; NICE NG156',
    near: [['back', 'belly'], ['pain'], ['sudden', 'severe']],
    span: 16,
    with: [['collapse', 'coldSweat']],
  },
  {
    flag: 'heart-rhythm',
    source: 'ESC 2018 syncope; NICE CG109',
    near: [['heartbeat']],
    with: [['collapse', 'chest', 'coldSweat', 'breathless', 'unwell']],
    unless: ['usual', 'mild'],
  },
  {
    flag: 'heart-rhythm',
    source: 'ESC 2019 supraventricular tachycardia',
    near: [['pulseDanger']],
    unless: ['exertion'],
  },
  { flag: 'breathing', source: breath, near: [['breathless']], unless: ['mild', 'exertion'] },
  { flag: 'breathing', source: breath, near: [['blue']] },
  { flag: 'breathing', source: 'BTS 2017 oxygen guideline', near: [['lowOxygen']] },
  { flag: 'breathing', source: 'NICE CKS: croup', near: [['croup']], with: [['child', 'infant', 'fever']] },
  {
    flag: 'breathing',
    source: 'NICE CKS: croup, epiglottitis',
    near: [['drool']],
    with: [['fever', 'throatSite', 'breathless']],
  },
  {
    flag: 'breathing',
    source: 'NICE CKS: Dental abscess (deep neck infection)',
    near: [['drool', 'lockjaw']],
    with: [['faceSwelling']],
  },
  {
    flag: 'anaphylaxis',
    source: allergy,
    near: [['throatSite'], ['throatClosing']],
    unless: ['mild', 'usual', 'glands'],
  },
  { flag: 'anaphylaxis', source: allergy, near: [['throatSite'], ['airwayCloses']], unless: ['mild', 'usual'] },
  {
    flag: 'anaphylaxis',
    source: allergy,
    near: [['faceSwelling']],
    with: [['allergen', 'hives', 'breathless']],
    unless: ['usual'],
  },
  {
    flag: 'anaphylaxis',
    source: allergy,
    near: [['throatSite'], ['throatClosing', 'throatOdd', 'numb']],
    with: [['allergen'], ['hives', 'sudden', 'faceSwelling', 'unwell']],
  },
  {
    flag: 'anaphylaxis',
    source: allergy,
    near: [['hives']],
    with: [['breathless', 'throatClosing', 'throatOdd', 'collapse', 'unwell', 'vomiting']],
    unless: ['usual'],
  },
  {
    flag: 'anaphylaxis',
    source: allergy,
    near: [['allergen']],
    with: [
      ['breathless', 'collapse'],
      ['hives', 'faceSwelling', 'throatClosing', 'throatOdd', 'unwell', 'sudden'],
    ],
  },
  { flag: 'anaphylaxis', source: allergy, near: [['anaphylaxisWord']], lasting: true },
  { flag: 'choking', source: 'Resuscitation Council UK 2021; NHS: Choking', near: [['choking']] },
];
