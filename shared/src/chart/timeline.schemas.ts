import { z } from 'zod';
import { entryActions, entrySources } from './chart-entry.ts';
import { roles } from '../core/permission.ts';
import { cursorQuery, id, instant, localizedText, page, personNames } from '../core/common.ts';
import { timelineKinds } from './timeline.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

export const timelineItem = z.strictObject({
  id,
  kind: z.enum(timelineKinds),
  at: instant,
  visitId: id.nullable(),
  /** Its own name, if it has one. */
  title: localizedText.nullable(),
  /** A person’s text, or a value with its unit. */
  detail: z.string(),
  /** A code from the closed lists: state of a visit or prescription, kind of a value, category of a document. */
  code: z.string().nullable(),
  recordedBy: z.enum(entrySources).nullable(),
  author: personNames.nullable(),
  /** Entered in error or withdrawn: shown struck through, never hidden. */
  retracted: z.boolean(),
  /** What a retracted entry was last called, by whom and why; null for others. */
  ending: z
    .strictObject({
      action: z.enum(entryActions),
      reason: z.string(),
      at: instant,
      by: z.enum(entrySources),
      author: personNames.nullable(),
    })
    .nullable(),
});
export type TimelineItem = z.output<typeof timelineItem>;

const patientParams = z.strictObject({ patientId: id });

export const chartLook = z.strictObject({
  id,
  /** The last access of that day. */
  at: instant,
  person: personNames,
  roles: z.array(z.enum(roles)),
  /** Number of accesses by that person on that day. */
  count: z.int(),
  /** Emergency access without a care relationship. */
  breakGlass: z.boolean(),
});
export type ChartLook = z.output<typeof chartLook>;

export const timelineSchemas = {
  readTimeline: {
    summary: 'List all chart entries, newest first',
    params: patientParams,
    query: z.strictObject({ ...cursorQuery, kind: z.enum(timelineKinds).optional() }),
    response: page(timelineItem),
  },
  listChartLooks: {
    summary: 'List who accessed your record, one entry per person and day, newest first',
    params: patientParams,
    query: z.strictObject({ ...cursorQuery }),
    response: page(chartLook),
  },
} satisfies RouteSchemas;
