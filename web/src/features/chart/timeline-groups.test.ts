import type { TimelineItem } from '@yunzhen/shared/chart/timeline.contract';
import { expect, it } from 'vitest';
import { timelineGroups } from './timeline-groups.ts';

const item = (id: string, kind: TimelineItem['kind'], at: string, visitId: string | null = null) =>
  ({ id, kind, at, visitId }) as TimelineItem;
const newestFirst = [
  item('value', 'observation', '2026-11-29T12:00:00Z'),
  item('note', 'note', '2026-11-29T11:00:00Z', 'v'),
  item('allergy', 'allergy', '2026-11-29T10:30:00Z'),
  item('visit', 'visit', '2026-11-29T10:00:00Z', 'v'),
  item('old', 'condition', '2026-11-01T10:00:00Z'),
];
const dayOf = (at: string) => at.slice(0, 10);
const shapeOf = (items: TimelineItem[]) =>
  timelineGroups(items, dayOf).map(({ visitId, visit, items: members }) => [
    visitId,
    visit?.id,
    ...members.map(({ id }) => id),
  ]);

it('The timeline is grouped by visit, and by day outside visits', () => {
  expect(shapeOf(newestFirst)).toEqual([
    [null, undefined, 'value', 'allergy'],
    ['v', 'visit', 'note', 'visit'],
    [null, undefined, 'old'],
  ]);
});

it('A visit that is on a later page joins its group and moves no other', () => {
  expect(shapeOf(newestFirst.slice(0, 3))).toEqual([
    [null, undefined, 'value', 'allergy'],
    ['v', undefined, 'note'],
  ]);
});
