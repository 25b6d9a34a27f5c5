import { rejectionReasons, type RejectionReason } from '../prescribing/prescription.ts';
import { callBuckets, type CallBucket } from './call-bucket.ts';

/** The checks whose alerts are counted; `prescribing` uses the same names. */
export const countedChecks = [
  'allergy',
  'interaction',
  'condition',
  'pregnancy',
  'duplicate',
  'dose',
  'age',
  'renal',
] as const;
export type CountedCheck = (typeof countedChecks)[number];

/** ATC, first level. */
export const medicineClasses = ['A', 'B', 'C', 'D', 'G', 'H', 'J', 'L', 'M', 'N', 'P', 'R', 'S', 'V'] as const;
export type MedicineClass = (typeof medicineClasses)[number];

/** ATC J01 (antibacterials for systemic use), third level. */
export const antibioticClasses = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'M', 'R', 'X'] as const;
export type AntibioticClass = (typeof antibioticClasses)[number];

export const ratingPoints = [1, 2, 3, 4, 5] as const;
export type RatingPoints = (typeof ratingPoints)[number];

export const bucketOutcomes = [
  'calls',
  'completed',
  'referred',
  'ratings',
  'points',
  'prescribed',
  'approved',
] as const;
export type BucketOutcome = (typeof bucketOutcomes)[number];

/** Integers that are summed. The position is the code in stored rollups: only ever append. */
const simpleCounters = [
  'visits.created',
  'visits.booked',
  'visits.walk-in',
  'visits.checked-in',
  'visits.admitted',
  'visits.completed',
  'visits.left',
  'visits.cancelled',
  'visits.referred-offline',
  'appointments.booked',
  'appointments.rescheduled',
  'appointments.cancelled',
  'appointments.no-show',
  'consult.busy-seconds',
  'duty.seconds',
  'calls.measured',
  'calls.with-drop',
  'calls.measured-seconds',
  'calls.audio-only-seconds',
  'prescriptions.signed',
  'prescriptions.approved',
  'prescriptions.rejected',
  'prescriptions.cancelled',
  'prescriptions.dispensed',
  'prescriptions.with-alert',
  'prescriptions.with-override',
  'lines.prescribed',
  'lines.open-to-generic',
  'lines.antibiotic',
  'ratings.care',
  'ratings.care-points',
  'ratings.picture',
  'ratings.picture-points',
  'funnel.checked-in',
  'funnel.admitted',
  'funnel.completed',
  'funnel.signed',
  'funnel.approved',
  'funnel.dispensed',
] as const;

/** Values for percentiles. Codes as above. */
const histograms = [
  'wait.seconds',
  'consult.seconds',
  'review.seconds',
  'call.first-picture-ms',
  'call.recovery-ms',
  'call.mos-hundredths',
] as const;

export type CounterId =
  | (typeof simpleCounters)[number]
  | `rejected.${RejectionReason}`
  | `alerts.${CountedCheck}`
  | `overrides.${CountedCheck}`
  | `lines.${MedicineClass}`
  | `open-lines.${MedicineClass}`
  | `antibiotic.J01${AntibioticClass}`
  | `care.${RatingPoints}`
  | `picture.${RatingPoints}`
  | `bucket.${CallBucket}.${BucketOutcome}`;
export type HistogramId = (typeof histograms)[number];

/** First code of each family; a family has room to grow. */
const families: readonly (readonly [start: number, names: readonly CounterId[]])[] = [
  [0, simpleCounters],
  [200, rejectionReasons.map((reason) => `rejected.${reason}` as const)],
  [240, countedChecks.map((check) => `alerts.${check}` as const)],
  [280, countedChecks.map((check) => `overrides.${check}` as const)],
  [320, medicineClasses.map((atc) => `lines.${atc}` as const)],
  [360, medicineClasses.map((atc) => `open-lines.${atc}` as const)],
  [400, antibioticClasses.map((atc) => `antibiotic.J01${atc}` as const)],
  [440, ratingPoints.map((points) => `care.${points}` as const)],
  [460, ratingPoints.map((points) => `picture.${points}` as const)],
  [480, callBuckets.flatMap((bucket) => bucketOutcomes.map((outcome) => `bucket.${bucket}.${outcome}` as const))],
];

export const counterCodes: ReadonlyMap<CounterId, number> = new Map(
  families.flatMap(([start, names]) => names.map((name, i) => [name, start + i] as const)),
);
export const histogramCodes: ReadonlyMap<HistogramId, number> = new Map(
  histograms.map((name, i) => [name, i] as const),
);
