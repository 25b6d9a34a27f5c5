import { describe, expect, it } from 'vitest';
import { qualitySample } from '@yunzhen/shared/calls/quality.schemas';
import { noStatistics, type CallStatistics } from './call-statistics.ts';
import { judge, measureBetween, sampleOf, type Circumstances, type QualityReading, type Verdict } from './quality.ts';

const together: Circumstances = {
  hearsOthers: true,
  seesOthers: true,
  showsOneself: true,
  pictureGivenUp: false,
  othersPictureGivenUp: false,
  mutedBySystem: false,
  sentByOthers: 10,
};

/** Five seconds of a call as a browser counts them: 50 packets of sound and 100 of picture a second, 25 frames. */
interface Five {
  /** Lost share of received packets. */
  readonly loss?: number;
  readonly concealed?: number;
  readonly silently?: number;
  readonly frozenSeconds?: number;
  readonly stillMs?: number;
  readonly fps?: number;
  readonly cpuSeconds?: number;
  readonly silent?: boolean;
  readonly now?: Partial<Pick<CallStatistics, 'roundTripMs' | 'lossSent' | 'jitterMs' | 'soundPackets'>>;
}

const start: QualityReading = { ...together, atMs: 1000, stillMs: 0, statistics: noStatistics };

function after(before: QualityReading, five: Five = {}, circumstances: Partial<Circumstances> = {}): QualityReading {
  const { loss = 0, concealed = 0, silently = 0, frozenSeconds = 0, fps = 25, cpuSeconds = 0, silent = false } = five;
  const { statistics: s } = before;
  const samples = silent ? 0 : 240_000;
  return {
    ...before,
    ...circumstances,
    atMs: before.atMs + 5000,
    stillMs: before.stillMs + (five.stillMs ?? 0),
    statistics: {
      ...s,
      packetsReceived: s.packetsReceived + 750 * (1 - loss),
      packetsLost: s.packetsLost + 750 * loss,
      bytesReceived: s.bytesReceived + 500_000,
      bytesSent: s.bytesSent + 400_000,
      samplesReceived: s.samplesReceived + samples,
      samplesConcealed: s.samplesConcealed + samples * (concealed + silently),
      samplesConcealedSilently: s.samplesConcealedSilently + samples * silently,
      jitterBufferSeconds: s.jitterBufferSeconds + samples * 0.06,
      jitterBufferSamples: s.jitterBufferSamples + samples,
      framesDecoded: s.framesDecoded + 125,
      freezes: s.freezes + (frozenSeconds > 0 ? 1 : 0),
      freezeSeconds: s.freezeSeconds + frozenSeconds,
      framesCaptured: s.framesCaptured + fps * 5,
      cpuLimitedSeconds: s.cpuLimitedSeconds + cpuSeconds,
      roundTripMs: 40,
      lossSent: 0,
      jitterMs: 4,
      ...five.now,
    },
  };
}

function verdictOf(five: Five, circumstances: Partial<Circumstances> = {}) {
  const reading = after(start, five, circumstances);
  return judge(measureBetween(start, reading), reading);
}

const good = { grade: 'good', cause: 'none' };
const own = (grade: 'fair' | 'poor'): Verdict => ({ grade, cause: 'own-network' });
const others = (grade: 'fair' | 'poor'): Verdict => ({ grade, cause: 'other-network' });
const device = (grade: 'fair' | 'poor'): Verdict => ({ grade, cause: 'device' });

describe('A measure between two samples', () => {
  it('counts only what happened between them', () => {
    const middle = after(start, { loss: 0.5, concealed: 0.4, frozenSeconds: 3 });
    const measure = measureBetween(middle, after(middle, { loss: 0.02, concealed: 0.01, frozenSeconds: 0.25 }));
    expect(measure).toMatchObject({ spanMs: 5000, kbpsReceived: 800, kbpsSent: 640, freezes: 1, roundTripMs: 40 });
    expect(measure.lossReceived).toBeCloseTo(0.02);
    expect(measure.concealed).toBeCloseTo(0.01);
    expect(measure.frozenMs).toBeCloseTo(250);
    expect(measure.mos).toBeGreaterThan(4);
  });

  it('does not count concealed silence', () => {
    expect(measureBetween(start, after(start, { silently: 0.6, concealed: 0.01 })).concealed).toBeCloseTo(0.01);
  });

  it('detects a freeze before it is over', () => {
    expect(measureBetween(start, after(start, { stillMs: 4000 })).frozenMs).toBe(4000);
  });

  it('omits sound values when no sound arrived', () => {
    expect(measureBetween(start, after(start, { silent: true }))).toMatchObject({ mos: null, concealed: null });
  });

  it('fits the report contract even when a counter overflows', () => {
    const wild = { ...after(start), atMs: 10_000_000, stillMs: 99_999_999 };
    const measure = { ...measureBetween(start, wild), roundTripMs: 1e9, lossSent: 7, kbpsSent: 1e12, mos: 5 };
    expect(qualitySample.parse({ agoMs: 0, ...sampleOf(measure, own('poor'), 'all') })).toMatchObject({
      mos: 450,
      lossSent: 1000,
      rttMs: 60_000,
    });
  });
});

describe('The verdict on a measured connection', () => {
  it('is good when all is well, or without other participants', () => {
    expect(verdictOf({})).toEqual(good);
    expect(verdictOf({ silent: true, stillMs: 5000 }, { hearsOthers: false, seesOthers: false })).toEqual(good);
  });

  it('tolerates repaired loss, but not audible loss', () => {
    expect(verdictOf({ loss: 0.1, concealed: 0.01 })).toEqual(good);
    expect(verdictOf({ loss: 0.1, concealed: 0.05 })).toEqual(own('fair'));
    expect(verdictOf({ loss: 0.3, concealed: 0.15 })).toEqual(own('poor'));
  });

  it('blames the other side for losses on its way to the node', () => {
    expect(verdictOf({ concealed: 0.15 }, { sentByOthers: 5 })).toEqual(others('poor'));
    expect(verdictOf({ frozenSeconds: 3 }, { sentByOthers: 5 })).toEqual(others('poor'));
    // The other side’s problem does not hide the local one.
    expect(verdictOf({ concealed: 0.15, now: { lossSent: 0.3 } }, { sentByOthers: 5 })).toEqual(own('poor'));
  });

  it('does not blame the other side for the local long connection', () => {
    expect(verdictOf({ now: { roundTripMs: 450 } }, { sentByOthers: 5 })).toEqual(own('poor'));
    expect(verdictOf({ silent: true, now: { roundTripMs: 450 } }, { hearsOthers: false })).toEqual(own('fair'));
  });

  it('detects a frozen picture, and silence where speech is expected', () => {
    expect(verdictOf({ frozenSeconds: 1 })).toEqual(own('fair'));
    expect(verdictOf({ stillMs: 5000 })).toEqual(own('poor'));
    expect(verdictOf({ silent: true })).toEqual(own('poor'));
    expect(verdictOf({ silent: true }, { sentByOthers: 0 })).toEqual(others('poor'));
  });

  it('says nothing about the connection where sound arrives and the device has no output for it', () => {
    expect(verdictOf({ silent: true, now: { soundPackets: 9_999 } })).toEqual(good);
  });

  it('reports a paused picture, and whose connection caused it', () => {
    expect(verdictOf({}, { pictureGivenUp: true })).toEqual(own('poor'));
    expect(verdictOf({}, { othersPictureGivenUp: true, seesOthers: false })).toEqual(others('fair'));
  });

  it('detects a slow device, a dark camera and a muted microphone', () => {
    expect(verdictOf({ cpuSeconds: 4 })).toEqual(device('fair'));
    expect(verdictOf({ fps: 3 })).toEqual(device('fair'));
    expect(verdictOf({ fps: 0 }, { showsOneself: false })).toEqual(good);
    expect(verdictOf({}, { mutedBySystem: true })).toEqual(device('poor'));
  });
});
