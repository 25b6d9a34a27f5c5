import type { TimelineItem } from '@yunzhen/shared/chart/timeline.contract';

/** Entries of one visit, or those of one day outside visits. */
export interface TimelineGroup {
  readonly key: string;
  readonly visitId: string | null;
  /** The visit itself, once its page of the timeline is loaded: it is the oldest entry of its group. */
  readonly visit: TimelineItem | undefined;
  /** The newest entry. */
  readonly first: TimelineItem;
  readonly items: readonly TimelineItem[];
}

/** Groups entries by visit, others by day, in the order of their newest entries. `dayOf` returns the day of an instant. */
export function timelineGroups(items: readonly TimelineItem[], dayOf: (at: string) => string): TimelineGroup[] {
  const groups = Map.groupBy(items, ({ visitId, at }) => visitId ?? `day ${dayOf(at)}`);
  return [...groups].flatMap(([key, members]) => {
    const [first] = members;
    if (!first) return [];
    const visit = members.find(({ kind }) => kind === 'visit');
    return [{ key, visitId: first.visitId, visit, first, items: members }];
  });
}
