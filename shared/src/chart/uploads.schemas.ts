import { z } from 'zod';
import { documentCategories } from './chart-entry.ts';
import { authored } from './entry.schemas.ts';
import { attachmentBytesLimit, attachmentTypes } from '../chat/chat.constants.ts';
import { attachmentFile } from '../chat/chat.schemas.ts';
import { cursorQuery, fileBytes, id, page, text } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';

export const chartDocument = attachmentFile.extend({
  category: z.enum(documentCategories),
  /** Null until the uploader has named it. */
  title: z.string().nullable(),
  ...authored,
});
export type ChartDocument = z.output<typeof chartDocument>;

const patientParams = z.strictObject({ patientId: id });
const documentParams = z.strictObject({ patientId: id, documentId: id });

export const uploadsSchemas = {
  listChartDocuments: {
    summary: 'List the documents of a chart, newest first',
    params: patientParams,
    query: z.strictObject({ ...cursorQuery }),
    response: page(chartDocument),
  },
  uploadChartDocument: {
    summary:
      'Upload a picture or document to the chart under a client-generated id; the type is detected from its bytes and picture metadata are removed',
    params: documentParams,
    accepts: attachmentTypes,
    response: chartDocument,
    bodyLimit: attachmentBytesLimit,
    rateLimit: 30,
  },
  nameChartDocument: {
    summary: 'Set the type of a document once, by its uploader',
    params: documentParams,
    body: z.strictObject({ title: text(120, 1), category: z.enum(documentCategories) }),
    response: chartDocument,
  },
  readChartDocument: {
    summary: 'Download the file as an attachment; each access is audited',
    params: documentParams,
    response: fileBytes,
    rateLimit: 120,
  },
} satisfies RouteSchemas;
