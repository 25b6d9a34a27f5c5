import { describe, expect, it } from 'vitest';
import { scaleTo, spreadLabels } from './scale.ts';

describe('A chart axis', () => {
  it('starts at zero and ends at or above the highest value, in round steps', () => {
    expect(scaleTo(47, 'count')).toEqual({ top: 60, ticks: [0, 20, 40, 60] });
    expect(scaleTo(0, 'count').ticks).toEqual([0, 1, 2, 3, 4]);
    expect(scaleTo(0.083, 'share').ticks).toEqual([0, 0.025, 0.05, 0.075, 0.1]);
    expect(scaleTo(0.97, 'share')).toEqual({ top: 1, ticks: [0, 0.25, 0.5, 0.75, 1] });
  });

  it('has durations in steps that are round in their written unit', () => {
    expect(scaleTo(50, 'seconds').ticks).toEqual([0, 20, 40, 60]);
    expect(scaleTo(1000, 'seconds').ticks).toEqual([0, 300, 600, 900, 1200]);
    expect(scaleTo(10_000, 'seconds').ticks).toEqual([0, 3600, 7200, 10_800]);
  });
});

describe('Labels beside a chart', () => {
  it('are at their position, or as close as the other labels allow', () => {
    expect(spreadLabels([10, 50], 14, 100)).toEqual([10, 50]);
    expect(spreadLabels([50, 48], 14, 100)).toEqual([62, 48]);
    expect(spreadLabels([99, 98], 14, 100)).toEqual([100, 86]);
  });
});
