import { z } from 'zod';
import { lineGrades, lineCauses, recoveryCauses, recoveryRungs } from './quality.constants.ts';

export const lineGrade = z.enum(lineGrades);
export type LineGrade = z.output<typeof lineGrade>;

export const lineCause = z.enum(lineCauses);
export type LineCause = z.output<typeof lineCause>;

/** What of the call passes: picture and sound, sound alone because the line carries no more, or nothing. */
export const mediaCarried = z.enum(['all', 'audio-only', 'nothing']);

const perMille = z.int().min(0).max(1000);

/** One look at the line of one participant, over `spanMs`. Compact: it is sent and kept in great numbers. */
export const qualitySample = z.strictObject({
  /** How long ago the look ended when the report was sent, in milliseconds. */
  agoMs: z.int().min(0).max(600_000),
  spanMs: z.int().min(500).max(60_000),
  grade: lineGrade,
  cause: lineCause,
  /** Estimated mean opinion score of what is heard here, 1.00 to 4.50, times 100 (ITU-T G.107, simplified); null when nothing is sent to us. */
  mos: z.int().min(100).max(450).nullable(),
  /** Round trip to the node. */
  rttMs: z.int().min(0).max(60_000).nullable(),
  jitterMs: z.int().min(0).max(60_000).nullable(),
  lossReceived: perMille.nullable(),
  lossSent: perMille.nullable(),
  /** Share of the sound that was made up because it did not arrive. */
  concealed: perMille.nullable(),
  /** Milliseconds of the span in which the picture stood still. */
  frozenMs: z.int().min(0).max(60_000),
  kbpsReceived: z.int().min(0).max(100_000),
  kbpsSent: z.int().min(0).max(100_000),
  carried: mediaCarried,
});
export type QualitySample = z.output<typeof qualitySample>;

/** Sent about every fifteen seconds with what was measured every five. */
export const qualityReport = z.strictObject({ samples: z.array(qualitySample).min(1).max(24) });

/** A loss that the call came back from by itself. Times in milliseconds from the last packet that arrived before the loss. */
export const recoveryReport = z.strictObject({
  cause: z.enum(recoveryCauses),
  /** Each rung that was tried, in order. */
  rungs: z.array(z.enum(recoveryRungs)).min(1).max(40),
  /** Until recovery began. */
  noticedAfterMs: z.int().min(0).max(3_600_000),
  /** Until sound arrived again; null when none was expected. */
  soundAfterMs: z.int().min(0).max(3_600_000).nullable(),
  pictureAfterMs: z.int().min(0).max(3_600_000).nullable(),
});
export type RecoveryReport = z.output<typeof recoveryReport>;

/** From the moment at which the person asked for the call (or, when it was prepared while waiting, was admitted) to the first picture of another. */
export const firstPictureReport = z.strictObject({ afterMs: z.int().min(0).max(3_600_000), prepared: z.boolean() });
export type FirstPictureReport = z.output<typeof firstPictureReport>;
