import { z } from 'zod';
import { date, fileBytes, locale } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';

export const reportSchemas = {
  readReport: {
    summary: 'The figures of a range as a PDF with the charts of the dashboard and the definitions, folded alike',
    /** Days of the hospital’s calendar, both included. */
    query: z.strictObject({ from: date, to: date, locale: locale.default('en') }),
    response: fileBytes,
  },
} satisfies RouteSchemas;
