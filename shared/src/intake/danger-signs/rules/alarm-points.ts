import type { ConceptId } from '../concepts/index.ts';

/**
 * Signs that alone are common, and together are an alarm: what counts how much, as early warning scores count (RCP NEWS2 2017, WHO
 * ETAT). Asked only where no rule has found its combination.
 */
export const alarmPoints: Partial<Record<ConceptId, number>> = {
  sudden: 0.5,
  severe: 1.5,
  pain: 1,
  chestPain: 0.5,
  bleeding: 1.5,
  heavy: 0.5,
  vomiting: 1,
  fever: 1,
  highFever: 1,
  rigors: 1,
  drowsy: 1.5,
  confused: 2,
  collapse: 1.5,
  coldSweat: 1.5,
  mottled: 1.5,
  unwell: 1,
  weak: 1,
  numb: 1,
  noUrine: 1,
  breathless: 2,
  heartbeat: 1,
  vitalDanger: 2,
  nonBlanching: 1.5,
  illChild: 1.5,
  dehydrated: 1.5,
  rigid: 1,
  tearing: 1,
  blind: 1.5,
  badSkin: 1.5,
  bloodless: 1.5,
  wound: 2,
  burnt: 1,
  choking: 1,
  blow: 1,
  head: 0.3,
  afterBlow: 1,
  oneSide: 0.5,
  belly: 0.5,
  spotting: 1,
  poison: 1,
  tooMuch: 0.7,
  ingest: 0.3,
  medicine: 0.3,
  pregnant: 1,
  mayBePregnant: 1,
  postpartum: 1,
  infant: 1,
  weakDefences: 1.5,
  bloodThinner: 1,
  diabetic: 1,
  afterProcedure: 1,
  well: -2,
  minor: -1,
  trace: -2,
  harmlessBleed: -1,
  usual: -2,
  mild: -2,
  exertion: -1,
};

/** Who it is adds no more than this, and nothing where no sign stands beside it. */
export const circumstancesAtMost = 1.5;

/** From so many points on it is an alarm; more are needed where the text asks for something ordinary (`routine`). */
export const alarmAt = { routine: 3, otherwise: 2.5 } as const;
