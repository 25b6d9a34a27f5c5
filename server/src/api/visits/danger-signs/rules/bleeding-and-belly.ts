import type { DetectionRule } from './rule.ts';

const nhs999 = 'NHS: When to call 999; WHO ETAT; 急诊预检分诊专家共识 2018';
const gut = 'NICE CG141; NHS: Vomiting blood';
const pregnancy = 'WHO: Danger signs in pregnancy; RCOG; NICE NG126';
const abdomen = 'NICE CKS: Appendicitis; WSES 2020; 急诊预检分诊专家共识 2018';
const postpartum = 'RCOG Green-top 52; WHO 2023: Postpartum haemorrhage';

export const bleedingAndBellyRules: readonly DetectionRule[] = [
  {
    flag: 'heavy-bleeding',
    source: nhs999,
    near: [['bleeding'], ['heavy']],
    span: 12,
    unless: ['harmlessBleed', 'mild', 'usual'],
  },
  { flag: 'heavy-bleeding', source: 'NICE NG88; nhs 999', near: [['bloodyFlow']], unless: ['usual'] },
  {
    flag: 'heavy-bleeding',
    source: 'NICE CKS: Epistaxis; NG232',
    near: [['nose', 'bleeding']],
    with: [['bloodThinner'], ['heavy', 'sudden']],
    unless: ['harmlessBleed'],
  },
  { flag: 'vomiting-blood', source: gut, near: [['vomitBlood']], unless: ['trace'] },
  { flag: 'vomiting-blood', source: gut, near: [['blackStool']], unless: ['iron'] },
  { flag: 'vomiting-blood', source: gut, near: [['stoolBlood']], unless: ['trace', 'iron'] },
  {
    flag: 'pregnancy-bleeding',
    source: pregnancy,
    near: [['spotting']],
    with: [['pregnant', 'mayBePregnant']],
    unless: ['harmlessBleed', 'nose'],
  },
  {
    flag: 'pregnancy-bleeding',
    source: pregnancy,
    near: [['belly'], ['pain'], ['severe', 'sudden']],
    span: 16,
    with: [['pregnant', 'mayBePregnant']],
  },
  {
    flag: 'pregnancy-bleeding',
    source: 'NICE NG126: Ectopic pregnancy',
    near: [['belly', 'oneSidePelvic'], ['pain']],
    span: 14,
    with: [['mayBePregnant']],
  },
  {
    flag: 'pregnancy-bleeding',
    source: 'NICE NG126: Ectopic pregnancy',
    near: [['oneSidePelvic', 'radiation'], ['pain']],
    span: 14,
    with: [['pregnant'], ['severe', 'tearing', 'radiation'], ['oneSidePelvic', 'belly']],
  },
  {
    flag: 'pregnancy-bleeding',
    source: 'NICE NG126: Ectopic pregnancy',
    near: [['shoulderTip']],
    with: [['pregnant', 'mayBePregnant'], ['belly']],
  },
  {
    flag: 'pre-eclampsia',
    source: 'NICE NG133; ISSHP 2021',
    near: [['preEclampsia']],
    with: [['pregnant', 'postpartum']],
    unless: ['usual'],
  },
  {
    flag: 'pre-eclampsia',
    source: 'NICE NG133; RCOG',
    near: [['headache'], ['severe', 'sudden', 'worstEver']],
    span: 14,
    with: [['pregnant', 'postpartum']],
  },
  {
    flag: 'fetal-movement',
    source: 'RCOG Green-top 57; Saving Babies’ Lives',
    near: [['fetalMovement']],
    lasting: true,
  },
  {
    flag: 'fetal-movement',
    source: 'RCOG Green-top 57; Saving Babies’ Lives',
    near: [['fetus'], ['notMoving']],
    span: 9,
    with: [['pregnant']],
  },
  {
    flag: 'labour',
    source: 'RCOG Green-top 63: injury of the belly in pregnancy',
    near: [
      ['blow', 'crash', 'violence'],
      ['belly', 'fetus'],
    ],
    with: [['pregnant'], ['spotting', 'pain', 'waters', 'sudden', 'blow']],
    unless: ['well'],
  },
  {
    flag: 'labour',
    source: 'NICE NG25; NG235; RCOG Green-top 50',
    near: [['waters']],
    with: [['preterm'], ['pregnant', 'waters']],
  },
  {
    flag: 'postpartum-bleeding',
    source: postpartum,
    near: [['bleeding', 'spotting'], ['heavy']],
    span: 24,
    with: [['postpartum']],
  },
  { flag: 'postpartum-bleeding', source: postpartum, near: [['bloodyFlow']], with: [['postpartum']] },
  {
    flag: 'sepsis',
    source: 'NICE NG255: maternal sepsis',
    near: [['postpartum']],
    with: [
      ['fever', 'rigors'],
      ['severe', 'belly', 'mottled', 'unwell', 'pain', 'infection', 'highFever'],
    ],
  },
  {
    flag: 'acute-abdomen',
    source: abdomen,
    near: [['belly'], ['pain', 'severe'], ['severe']],
    span: 14,
    unless: ['period', 'usual', 'mild'],
  },
  {
    flag: 'acute-abdomen',
    source: abdomen,
    near: [['belly'], ['rigid']],
    span: 24,
    with: [['pain', 'fever', 'vomiting', 'severe', 'rigid']],
    unless: ['usual', 'mild'],
  },
  {
    flag: 'acute-abdomen',
    source: 'WSES 2017: Bowel obstruction',
    near: [['blocked']],
    with: [
      ['vomiting', 'greenVomit'],
      ['belly', 'blocked'],
    ],
  },
  {
    flag: 'acute-abdomen',
    source: 'WSES 2017: Bowel obstruction',
    near: [['greenVomit']],
    with: [['belly', 'infant', 'blocked', 'pain']],
  },
  {
    flag: 'acute-abdomen',
    source: 'Tokyo Guidelines 2018: Acute cholangitis',
    near: [['yellowNewborn']],
    with: [
      ['rigors', 'fever', 'highFever'],
      ['pain', 'belly', 'severe', 'confused'],
    ],
    unless: ['usual'],
  },
  { flag: 'acute-abdomen', source: 'NICE CKS: Hernia (strangulated)', near: [['hernia'], ['stuck']], span: 30 },
  {
    flag: 'testicular-pain',
    source: 'NICE CKS: Scrotal pain; EAU',
    near: [['testicle'], ['testiclePain', 'severe']],
    span: 10,
    unless: ['usual', 'mild'],
  },
  {
    flag: 'urinary',
    source: 'NICE CKS: Acute urinary retention',
    near: [['noUrine']],
    with: [['pain', 'severe', 'belly', 'sudden', 'rigid']],
  },
  { flag: 'urinary', source: 'EAU: Priapism', near: [['priapism']] },
];
