import { z } from 'zod';
import { date, fileBytes, locale } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';

export const reportSchemas = {
  readReport: {
    summary: 'Get figures as a PDF with charts and definitions; small groups are combined',
    /** Days in the hospital’s time zone, both inclusive. */
    query: z.strictObject({ from: date, to: date, locale: locale.default('en') }),
    response: fileBytes,
  },
} satisfies RouteSchemas;
