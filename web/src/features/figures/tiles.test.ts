import { describe, expect, it } from 'vitest';
import type { LiveBoard } from '@yunzhen/shared/contract/metrics';
import { callFigureNames, callValue, changeOf, dayValue, nowValue } from './tiles.ts';

const today = {
  day: '2026-11-24',
  visits: 60,
  completed: 55,
  left: 1,
  referredOffline: 1,
  waitMedian: 120,
  waitP90: 600,
  prescriptions: 40,
  reviewed: 40,
  rejected: 2,
};
const board: LiveBoard = {
  at: '2026-11-24T08:00:00Z',
  today,
  before: { ...today, visits: 48, reviewed: 20, waitMedian: null },
  rejectionRate: 0.05,
  waitingNow: 0,
  inCallNow: 2,
  longestWait: 0,
  doctorsOnDuty: 3,
  withinTarget: null,
  targetWait: 600,
  calls: {
    calls: 50,
    dropShare: 0.1,
    recoveryMedian: 1.25,
    mosMedian: 4.2,
    firstPictureMedian: 0.42,
    audioOnlyShare: null,
  },
};

describe('tiles', () => {
  it('say no wait when nobody waits', () => {
    expect(nowValue('longest-wait', board)).toBeNull();
    expect(nowValue('longest-wait', { ...board, waitingNow: 1, longestWait: 30 })).toBe(30);
    expect(nowValue('within-target', board)).toBeNull();
  });

  it('say how the calls did', () => {
    expect(callFigureNames.map((figure) => callValue(figure, board.calls))).toEqual([0.1, 1.25, 4.2, 0.42, null]);
  });

  it('compare with the week before', () => {
    expect(changeOf('visits', board)).toEqual({ direction: 'up', size: 0.25 });
    expect(changeOf('rejection-rate', board)).toEqual({ direction: 'down', size: 0.05 });
    expect(changeOf('wait-median', board).direction).toBe('none');
    expect(dayValue('rejection-rate', today)).toBe(0.05);
  });
});
