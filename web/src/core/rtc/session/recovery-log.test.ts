import { describe, expect, it } from 'vitest';
import type { MediaSample } from '../media/media-sample.ts';
import { RecoveryLog, type LossNotice } from './recovery-log.ts';

const loss: LossNotice = {
  cause: 'media-silent',
  lastPacketAt: 1000,
  noticedAt: 2300,
  expects: { sound: true, picture: true },
};
const sample = (sound: number, picture: number): MediaSample => ({
  send: null,
  receive: null,
  sound: { count: sound, lastAt: null },
  picture: { count: picture, lastAt: null },
});
const [before, after] = [{}, {}];

describe('The recovery log', () => {
  it('measures from the last packet before the loss to the first sound and picture after it', () => {
    const log = new RecoveryLog();
    log.handleSample(before, sample(500, 300), 900);
    log.begin(loss);
    log.tried('ice-restart');
    log.handleSample(before, sample(500, 300), 2400);
    log.tried('rejoin');
    log.handleSample(after, sample(0, 0), 2700);
    log.handleSample(after, sample(1, 0), 2800);
    log.handleWhole(2850);
    expect(log.take(2850)).toBeNull();
    log.handleSample(after, sample(5, 1), 3100);
    expect(log.take(3100)).toEqual({
      cause: 'media-silent',
      rungs: ['ice-restart', 'rejoin'],
      noticedAfterMs: 1300,
      soundAfterMs: 1800,
      pictureAfterMs: 2100,
    });
    expect(log.take(3200)).toBeNull();
  });

  it('does not wait for unexpected media, and waits a limited time for expected media', () => {
    const log = new RecoveryLog();
    log.begin({ ...loss, expects: { sound: false, picture: true } });
    log.tried('resume');
    log.handleWhole(3000);
    expect(log.take(12_999)).toBeNull();
    expect(log.take(13_000)).toMatchObject({ soundAfterMs: null, pictureAfterMs: null });
  });

  it('counts a loss during a recovery as the same recovery', () => {
    const log = new RecoveryLog();
    log.begin(loss);
    log.tried('ice-restart');
    log.handleWhole(2500);
    log.begin({ ...loss, cause: 'socket', lastPacketAt: 2600, noticedAt: 2600 });
    log.tried('resume');
    log.handleSample(before, sample(1, 1), 2900);
    expect(log.take(99_000)).toBeNull();
    log.handleWhole(3000);
    expect(log.take(3000)).toMatchObject({
      cause: 'media-silent',
      rungs: ['ice-restart', 'resume'],
      soundAfterMs: 1900,
    });
  });

  it('does not report a loss that needed no recovery step', () => {
    const log = new RecoveryLog();
    log.begin(loss);
    log.handleWhole(2400);
    expect(log.take(99_000)).toBeNull();
  });

  it('limits values to the contract’s range, however long the recovery lasted', () => {
    const log = new RecoveryLog();
    log.begin({ ...loss, lastPacketAt: 5000, noticedAt: 4990 });
    for (let rung = 0; rung < 100; rung += 1) log.tried('rejoin');
    log.handleSample(before, sample(1, 1), 9_999_999);
    log.handleWhole(9_999_999);
    const report = log.take(9_999_999);
    expect(report?.rungs).toHaveLength(40);
    expect(report).toMatchObject({ noticedAfterMs: 0, soundAfterMs: 3_600_000, pictureAfterMs: 3_600_000 });
  });
});
