import { z } from 'zod';
import { date, fileBytes } from '../core/common.ts';
import { defineRoute } from '../core/route.ts';

export const readReport = defineRoute({
  name: 'readReport',
  method: 'GET',
  path: '/api/metrics/report',
  summary: 'The figures of a range as a PDF with the charts of the dashboard and the definitions, folded alike',
  permission: 'metrics.read',
  /** Days of the hospital’s calendar, both included. */
  query: z.strictObject({ from: date, to: date, locale: z.enum(['en', 'zh-CN']).default('en') }),
  response: fileBytes,
  file: true,
});
