import type { CallFigures, DayFigures, LiveBoard } from '@yunzhen/shared/contract/metrics';
import { pointChange, relativeChange, type Change } from './change.ts';
import { rejectionRate } from './days.ts';

export const nowFigures = ['waiting-now', 'in-call-now', 'longest-wait', 'doctors-on-duty', 'within-target'] as const;
export const todayFigures = ['visits', 'prescriptions', 'rejection-rate', 'wait-median', 'wait-p90'] as const;
export const callFigureNames = [
  'call-drops',
  'call-recovery',
  'call-sound',
  'call-picture',
  'call-audio-only',
] as const;
export type NowFigure = (typeof nowFigures)[number];
export type TodayFigure = (typeof todayFigures)[number];
export type CallFigure = (typeof callFigureNames)[number];
export type Figure = NowFigure | TodayFigure | CallFigure;

/** How a value is written: a count, whole seconds or minutes, seconds and tenths, a share, a mark out of five. */
export const kinds = {
  'waiting-now': 'count',
  'in-call-now': 'count',
  'longest-wait': 'seconds',
  'doctors-on-duty': 'count',
  'within-target': 'share',
  visits: 'count',
  prescriptions: 'count',
  'rejection-rate': 'share',
  'wait-median': 'seconds',
  'wait-p90': 'seconds',
  'call-drops': 'share',
  'call-recovery': 'tenths',
  'call-sound': 'mark',
  'call-picture': 'tenths',
  'call-audio-only': 'share',
} as const satisfies Record<Figure, 'count' | 'seconds' | 'tenths' | 'share' | 'mark'>;

export const lowerIsBetter: ReadonlySet<Figure> = new Set(['rejection-rate', 'wait-median', 'wait-p90']);

/** A figure of the moment. Nobody waiting is no wait, not one of zero seconds. */
export function nowValue(figure: NowFigure, board: LiveBoard): number | null {
  switch (figure) {
    case 'waiting-now':
      return board.waitingNow;
    case 'in-call-now':
      return board.inCallNow;
    case 'longest-wait':
      return board.waitingNow > 0 ? board.longestWait : null;
    case 'doctors-on-duty':
      return board.doctorsOnDuty;
    case 'within-target':
      return board.withinTarget;
  }
}

/** A figure of the calls of the last seven days. */
export function callValue(figure: CallFigure, calls: CallFigures): number | null {
  switch (figure) {
    case 'call-drops':
      return calls.dropShare;
    case 'call-recovery':
      return calls.recoveryMedian;
    case 'call-sound':
      return calls.mosMedian;
    case 'call-picture':
      return calls.firstPictureMedian;
    case 'call-audio-only':
      return calls.audioOnlyShare;
  }
}

export function dayValue(figure: TodayFigure, day: DayFigures): number | null {
  switch (figure) {
    case 'visits':
      return day.visits;
    case 'prescriptions':
      return day.prescriptions;
    case 'rejection-rate':
      return rejectionRate(day);
    case 'wait-median':
      return day.waitMedian;
    case 'wait-p90':
      return day.waitP90;
  }
}

export function changeOf(figure: TodayFigure, { today, before }: LiveBoard): Change {
  const compare = kinds[figure] === 'share' ? pointChange : relativeChange;
  return compare(dayValue(figure, today), dayValue(figure, before));
}
