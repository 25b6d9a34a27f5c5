import { z } from 'zod';
import { lineGrades, lineCauses, recoveryCauses, recoveryRungs } from './quality.constants.ts';

export const lineGrade = z.enum(lineGrades);
export type LineGrade = z.output<typeof lineGrade>;

export const lineCause = z.enum(lineCauses);
export type LineCause = z.output<typeof lineCause>;

/** What the call transmits: video and audio, audio only on a weak connection, or nothing. */
export const mediaCarried = z.enum(['all', 'audio-only', 'nothing']);

const perMille = z.int().min(0).max(1000);

/** One measurement of a participant’s connection over `spanMs`. Compact, because there are many. */
export const qualitySample = z.strictObject({
  /** Milliseconds from the end of the measurement to the report. */
  agoMs: z.int().min(0).max(600_000),
  spanMs: z.int().min(500).max(60_000),
  grade: lineGrade,
  cause: lineCause,
  /** Estimated mean opinion score of the received audio, 1.00 to 4.50, times 100 (ITU-T G.107, simplified); null when none is received. */
  mos: z.int().min(100).max(450).nullable(),
  /** Round trip to the node. */
  rttMs: z.int().min(0).max(60_000).nullable(),
  jitterMs: z.int().min(0).max(60_000).nullable(),
  lossReceived: perMille.nullable(),
  lossSent: perMille.nullable(),
  /** Share of the audio that was concealed because it did not arrive. */
  concealed: perMille.nullable(),
  /** Milliseconds of the span in which the video was frozen. */
  frozenMs: z.int().min(0).max(60_000),
  kbpsReceived: z.int().min(0).max(100_000),
  kbpsSent: z.int().min(0).max(100_000),
  carried: mediaCarried,
});
export type QualitySample = z.output<typeof qualitySample>;

/** Sent about every fifteen seconds, with measurements every five. */
export const qualityReport = z.strictObject({ samples: z.array(qualitySample).min(1).max(24) });

/** An automatic recovery from a loss. Times in milliseconds from the last packet before the loss. */
export const recoveryReport = z.strictObject({
  cause: z.enum(recoveryCauses),
  /** Each step that was tried, in order. */
  rungs: z.array(z.enum(recoveryRungs)).min(1).max(40),
  /** Time until recovery started. */
  noticedAfterMs: z.int().min(0).max(3_600_000),
  /** Time until audio arrived again; null when none was expected. */
  soundAfterMs: z.int().min(0).max(3_600_000).nullable(),
  pictureAfterMs: z.int().min(0).max(3_600_000).nullable(),
});
export type RecoveryReport = z.output<typeof recoveryReport>;

/** Time from the person’s request for the call (or the admission, if prepared while waiting) to the first video frame of another participant. */
export const firstPictureReport = z.strictObject({ afterMs: z.int().min(0).max(3_600_000), prepared: z.boolean() });
export type FirstPictureReport = z.output<typeof firstPictureReport>;
