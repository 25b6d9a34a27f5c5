import { EventEmitter } from 'node:events';
import type { Consumer } from 'mediasoup/types';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StarvationWatch } from './starvation-watch.ts';

/** The observed part of a consumer, set by the test. */
class Picture extends EventEmitter {
  currentLayers: { spatialLayer: number } | undefined = { spatialLayer: 0 };
  producerPaused = false;
  closed = false;
  score = { score: 10, producerScore: 0, producerScores: [0, 10] };

  layer(spatialLayer: number | undefined): void {
    this.currentLayers = spatialLayer === undefined ? undefined : { spatialLayer };
    this.emit('layerschange');
  }
}

let picture: Picture;
let expected: boolean;
let notices: boolean[];
let watch: StarvationWatch;

beforeEach(() => {
  vi.useFakeTimers();
  picture = new Picture();
  expected = true;
  notices = [];
  watch = new StarvationWatch(
    picture as unknown as Consumer,
    () => expected,
    (starved) => notices.push(starved),
  );
});
afterEach(() => vi.useRealTimers());

describe('video without a layer', () => {
  it('is starved after a while, until the first layer is back', () => {
    picture.layer(undefined);
    expect(notices).toEqual([]);
    vi.runAllTimers();
    expect(notices).toEqual([true]);
    picture.layer(0);
    expect(notices).toEqual([true, false]);
  });

  it('is not starved when a layer returns in time', () => {
    picture.layer(undefined);
    picture.layer(1);
    vi.runAllTimers();
    expect(notices).toEqual([]);
  });

  it('is not starved when the sender has paused, or nothing arrives from the sender', () => {
    picture.producerPaused = true;
    picture.layer(undefined);
    vi.runAllTimers();
    picture.producerPaused = false;
    picture.score = { ...picture.score, producerScores: [0, 0] };
    picture.emit('score');
    vi.runAllTimers();
    expect(notices).toEqual([]);
  });

  it('is starved from the moment when it should flow again, though no layer has changed', () => {
    expected = false;
    picture.layer(undefined);
    vi.runAllTimers();
    expect(notices).toEqual([]);
    expected = true;
    watch.check();
    vi.runAllTimers();
    expect(notices).toEqual([true]);
  });

  it('stops being starved when it should no longer flow', () => {
    picture.layer(undefined);
    vi.runAllTimers();
    expected = false;
    watch.check();
    expect(notices).toEqual([true, false]);
  });

  it('is no longer watched once its consumer closes', () => {
    picture.layer(undefined);
    picture.emit('transportclose');
    vi.runAllTimers();
    expect(notices).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
