import type { LineCause, LineGrade, QualitySample } from '@yunzhen/shared/calls/quality.schemas';
import type { CallStatistics } from './call-statistics.ts';
import { meanOpinion, speechDelayMs } from './mean-opinion.ts';

/** The media that should pass at the time of a sample, and obstacles other than the connection. */
export interface Circumstances {
  /** Others send sound, or a picture that is not paused. */
  readonly hearsOthers: boolean;
  readonly seesOthers: boolean;
  /** The local camera sends and is not paused. */
  readonly showsOneself: boolean;
  /** The local picture, or a received one, was paused because the local connection is too weak. */
  readonly pictureGivenUp: boolean;
  /** Another participant’s picture was paused because their connection is too weak. */
  readonly othersPictureGivenUp: boolean;
  /** The system, not the user, mutes the microphone. */
  readonly mutedBySystem: boolean;
  /** The lowest mediasoup score (0–10) of what others send to the node; null until one is received. */
  readonly sentByOthers: number | null;
}

/** One sample of the call: counters since its beginning, and the circumstances. */
export interface QualityReading extends Circumstances {
  /** Milliseconds of a monotonic clock. */
  readonly atMs: number;
  readonly statistics: CallStatistics;
  /** Milliseconds since the beginning in which a picture should have moved and did not. */
  readonly stillMs: number;
}

/** Difference between two samples. Shares are 0 to 1; null where not measurable. */
export interface ConnectionMeasure {
  readonly spanMs: number;
  readonly mos: number | null;
  readonly roundTripMs: number | null;
  readonly jitterMs: number | null;
  readonly lossReceived: number | null;
  readonly lossSent: number | null;
  readonly concealed: number | null;
  /** Sound packets arrived, whether or not this device plays them. */
  readonly soundArrives: boolean;
  /** Share of sound packets that were requested again. */
  readonly askedAgain: number;
  readonly freezes: number;
  readonly frozenMs: number;
  readonly kbpsReceived: number;
  readonly kbpsSent: number;
  readonly framesCapturedPerSecond: number;
  /** Share of the time in which this device could not keep up with its own picture. */
  readonly cpuLimited: number;
}

export interface Verdict {
  readonly grade: LineGrade;
  readonly cause: LineCause;
}

export const goodLine: Verdict = { grade: 'good', cause: 'none' };

export function measureBetween(before: QualityReading, after: QualityReading): ConnectionMeasure {
  const spanMs = Math.max(1, after.atMs - before.atMs);
  const now = after.statistics;
  const more = (counter: CounterName) => Math.max(0, now[counter] - before.statistics[counter]);
  const packets = more('packetsReceived') + more('packetsLost');
  const samples = more('samplesReceived');
  // Concealment of silence (DTX) is inaudible.
  const missed = Math.max(0, more('samplesConcealed') - more('samplesConcealedSilently'));
  const concealed = samples > 0 ? Math.min(1, missed / samples) : null;
  const buffered = more('jitterBufferSamples');
  const jitterBufferMs = buffered > 0 ? (more('jitterBufferSeconds') / buffered) * 1000 : null;
  const delayMs = speechDelayMs({ roundTripMs: now.roundTripMs, jitterBufferMs });
  return {
    spanMs,
    mos: concealed === null ? null : meanOpinion({ delayMs, concealed }),
    roundTripMs: now.roundTripMs,
    jitterMs: now.jitterMs,
    lossReceived: packets > 0 ? more('packetsLost') / packets : null,
    lossSent: now.lossSent,
    concealed,
    soundArrives: more('soundPackets') > 0,
    askedAgain: Math.min(1, more('soundAskedAgain') / Math.max(1, more('soundPackets'))),
    freezes: more('freezes'),
    frozenMs: Math.min(spanMs, Math.max(more('freezeSeconds') * 1000, after.stillMs - before.stillMs)),
    kbpsReceived: (more('bytesReceived') * 8) / spanMs,
    kbpsSent: (more('bytesSent') * 8) / spanMs,
    framesCapturedPerSecond: (more('framesCaptured') * 1000) / spanMs,
    cpuLimited: Math.min(1, (more('cpuLimitedSeconds') * 1000) / spanMs),
  };
}

type CounterName = {
  [Name in keyof CallStatistics]: null extends CallStatistics[Name] ? never : Name;
}[keyof CallStatistics];

/** Values from which a measure is fair, and from which it is poor. */
type Limits = readonly [fair: number, poor: number];

const limits = {
  /** Below these. 4.0 is “satisfied”, 3.1 “nearly all users dissatisfied” (G.107, annex B). */
  mos: [3.8, 3.1],
  roundTripMs: [400, 900],
  lossSent: [0.06, 0.2],
  /** Share of the time in which the picture was frozen. */
  frozen: [0.12, 0.45],
  cpuLimited: [0.6, Infinity],
} as const satisfies Record<string, Limits>;

/** A camera with fewer frames is limited by the device or by darkness. */
const fewFramesPerSecond = 8;
/** mediasoup’s score of a stream falls with the fourth power of the received share: 7 means about 8 % lost on the way to the node. */
const poorlySent = 7;
/** Less concealment than this is not the reason for a low opinion score. */
const audiblyConcealed = 0.02;

/** Order of causes of equal severity: those that the user can act on come first. */
const causeOrder: readonly LineCause[] = ['own-network', 'device', 'other-network', 'none'];
const gradeOrder: readonly LineGrade[] = ['good', 'fair', 'poor'];
const badness = (grade: LineGrade) => gradeOrder.indexOf(grade);

/** Returns the verdict on the local connection with its cause: the worst finding. */
export function judge(measure: ConnectionMeasure, circumstances: Circumstances): Verdict {
  const findings = [...ownFindings(measure, circumstances), ...receivedFindings(measure, circumstances)];
  const order = (one: Verdict, other: Verdict) =>
    badness(other.grade) - badness(one.grade) || causeOrder.indexOf(one.cause) - causeOrder.indexOf(other.cause);
  const [worst = goodLine] = findings.filter(({ grade }) => grade !== 'good').sort(order);
  return worst;
}

/** Returns findings that concern this side only: the uplink and this device. */
function ownFindings(measure: ConnectionMeasure, circumstances: Circumstances): Verdict[] {
  const { showsOneself, mutedBySystem, pictureGivenUp } = circumstances;
  const dark = showsOneself && measure.framesCapturedPerSecond < fewFramesPerSecond;
  return [
    { grade: above(measure.roundTripMs, limits.roundTripMs), cause: 'own-network' },
    { grade: above(measure.lossSent, limits.lossSent), cause: 'own-network' },
    { grade: pictureGivenUp ? 'poor' : 'good', cause: 'own-network' },
    { grade: above(measure.cpuLimited, limits.cpuLimited), cause: 'device' },
    { grade: dark ? 'fair' : 'good', cause: 'device' },
    { grade: mutedBySystem ? 'poor' : 'good', cause: 'device' },
  ];
}

/** Returns findings on received media. They have passed two connections; the node’s score of the senders tells which one caused a problem. */
function receivedFindings(measure: ConnectionMeasure, circumstances: Circumstances): Verdict[] {
  const { hearsOthers, seesOthers, othersPictureGivenUp, sentByOthers } = circumstances;
  const cause = sentByOthers !== null && sentByOthers <= poorlySent ? 'other-network' : 'own-network';
  const delayed = (measure.concealed ?? 0) < audiblyConcealed;
  const findings: Verdict[] = [{ grade: othersPictureGivenUp ? 'fair' : 'good', cause: 'other-network' }];
  const isPlayed = measure.concealed !== null;
  // A device without an output plays nothing of what arrives: that says nothing about the connection.
  if (hearsOthers && (isPlayed || !measure.soundArrives)) {
    const grade = isPlayed ? below(measure.mos, limits.mos) : 'poor';
    findings.push({ grade, cause: isPlayed && delayed ? 'own-network' : cause });
  }
  if (seesOthers) findings.push({ grade: above(measure.frozenMs / measure.spanMs, limits.frozen), cause });
  return findings;
}

function above(value: number | null, [fair, poor]: Limits): LineGrade {
  if (value === null || value < fair) return 'good';
  return value < poor ? 'fair' : 'poor';
}

function below(value: number | null, [fair, poor]: Limits): LineGrade {
  if (value === null || value >= fair) return 'good';
  return value >= poor ? 'fair' : 'poor';
}

const round = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));
const perMille = (share: number | null) => (share === null ? null : round(share * 1000, 1000));
const milliseconds = (value: number | null) => (value === null ? null : round(value, 60_000));

/** Converts a measure to the format that is sent to the node and stored. */
export function sampleOf(
  measure: ConnectionMeasure,
  verdict: Verdict,
  carried: QualitySample['carried'],
): Omit<QualitySample, 'agoMs'> {
  return {
    spanMs: Math.max(500, round(measure.spanMs, 60_000)),
    ...verdict,
    mos: measure.mos === null ? null : Math.min(450, Math.max(100, Math.round(measure.mos * 100))),
    rttMs: milliseconds(measure.roundTripMs),
    jitterMs: milliseconds(measure.jitterMs),
    lossReceived: perMille(measure.lossReceived),
    lossSent: perMille(measure.lossSent),
    concealed: perMille(measure.concealed),
    frozenMs: round(measure.frozenMs, 60_000),
    kbpsReceived: round(measure.kbpsReceived, 100_000),
    kbpsSent: round(measure.kbpsSent, 100_000),
    carried,
  };
}
