import type { RedFlagId } from './red-flag-rules.ts';

/** On what a danger sign stands. */
export interface RedFlagSource {
  /** The published guidance that says so. */
  readonly source: string;
  /** The guidance names the sign; that the rule’s words are the way in which people say it is ours, and wants a clinician’s look. */
  readonly reviewed: false | string;
}

const nhs999 = 'NHS: When to call 999';

/**
 * The source of each rule in `red-flag-rules.ts`, for clinicians who review them. It is a file of its own because a patient's phone does not need it.
 * @internal
 */
export const redFlagSources: Readonly<Record<RedFlagId, RedFlagSource>> = {
  'chest-pain': { source: 'AHA: Warning Signs of a Heart Attack; NHS: Chest pain', reviewed: false },
  stroke: {
    source: 'AHA/ASA: B.E. F.A.S.T.; NHS: Stroke symptoms; Zhao & Liu, Lancet Neurol 2017 (Stroke 1-2-0)',
    reviewed: false,
  },
  breathing: { source: `${nhs999}; NHS: Shortness of breath`, reviewed: false },
  anaphylaxis: { source: 'NHS: Anaphylaxis; WAO Anaphylaxis Guidance 2020', reviewed: false },
  'heavy-bleeding': { source: nhs999, reviewed: false },
  'vomiting-blood': { source: 'NHS: Vomiting blood; NHS: Coughing up blood; NICE CG141', reviewed: false },
  'pregnancy-bleeding': {
    source: 'NHS: Vaginal bleeding in pregnancy; WHO: Danger signs in pregnancy',
    reviewed: false,
  },
  'infant-fever': { source: 'NICE NG143: Fever in under 5s (under 3 months, 38 °C or more)', reviewed: false },
  unconscious: { source: nhs999, reviewed: false },
  seizure: { source: `${nhs999}; WHO IMCI: general danger signs`, reviewed: false },
  meningitis: { source: 'NHS: Meningitis; NICE NG240; UK Sepsis Trust', reviewed: false },
  'worst-headache': { source: 'NHS: Headaches; NICE CG150', reviewed: false },
  'head-injury': { source: 'NICE NG232: Head injury; NHS: When to call 999', reviewed: false },
  poisoning: { source: 'NHS: Poisoning; WHO: Poison control', reviewed: false },
  suicidal: { source: 'WHO: Preventing suicide; NHS: Help for suicidal thoughts', reviewed: false },
  'cauda-equina': { source: 'NHS: Back pain; NICE CKS: Sciatica (red flags)', reviewed: false },
  'testicular-pain': { source: 'NHS: Testicle pain', reviewed: false },
  'sudden-blindness': { source: 'NHS: Loss of vision', reviewed: false },
  'severe-burn': { source: 'NHS: Burns and scalds', reviewed: false },
  choking: { source: 'NHS: What should I do if someone is choking?', reviewed: false },
};
