import { z } from 'zod';
import { documentCategories } from './chart-entry.ts';
import { authored } from './entry.schemas.ts';
import { attachmentBytesLimit, attachmentTypes } from '../chat/chat.constants.ts';
import { attachmentFile } from '../chat/chat.schemas.ts';
import { cursorQuery, fileBytes, id, page, text } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';

export const chartDocument = attachmentFile.extend({
  category: z.enum(documentCategories),
  /** Null until whoever handed it in has named it. */
  title: z.string().nullable(),
  ...authored,
});
export type ChartDocument = z.output<typeof chartDocument>;

const patientParams = z.strictObject({ patientId: id });
const documentParams = z.strictObject({ patientId: id, documentId: id });

export const uploadsSchemas = {
  listChartDocuments: {
    summary: 'Documents of a chart, newest first',
    params: patientParams,
    query: z.strictObject({ ...cursorQuery }),
    response: page(chartDocument),
  },
  uploadChartDocument: {
    summary:
      'Hand in a picture or document for the chart under an id that the page made; judged by its bytes. Pictures lose their metadata',
    params: documentParams,
    accepts: attachmentTypes,
    response: chartDocument,
    bodyLimit: attachmentBytesLimit,
    rateLimit: 30,
  },
  nameChartDocument: {
    summary: 'Say what a document is, once, by whoever handed it in',
    params: documentParams,
    body: z.strictObject({ title: text(120, 1), category: z.enum(documentCategories) }),
    response: chartDocument,
  },
  readChartDocument: {
    summary: 'The file itself, as an attachment and never as a page; every opening is audited',
    params: documentParams,
    response: fileBytes,
    rateLimit: 120,
  },
} satisfies RouteSchemas;
