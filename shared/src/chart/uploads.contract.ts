import { z } from 'zod';
import { documentCategories } from './chart-entry.ts';
import { authored } from './entry.contract.ts';
import { attachmentBytesLimit, attachmentFile, attachmentTypes } from '../chat/chat.contract.ts';
import { cursorQuery, fileBytes, id, page, text } from '../core/common.ts';
import { defineRoute } from '../core/route.ts';

/** Documents of one chart. */
export const documentsOfChartLimit = 200;
export const documentBytesOfChartLimit = 400 * 1024 * 1024;

export const chartDocument = attachmentFile.extend({
  category: z.enum(documentCategories),
  /** Null until whoever handed it in has named it. */
  title: z.string().nullable(),
  ...authored,
});
export type ChartDocument = z.output<typeof chartDocument>;

const patientParams = z.strictObject({ patientId: id });
const documentParams = z.strictObject({ patientId: id, documentId: id });

export const listChartDocuments = defineRoute({
  name: 'listChartDocuments',
  method: 'GET',
  path: '/api/patients/:patientId/documents',
  summary: 'Documents of a chart, newest first',
  permission: 'chart.read',
  params: patientParams,
  query: z.strictObject({ ...cursorQuery }),
  response: page(chartDocument),
});

export const uploadChartDocument = defineRoute({
  name: 'uploadChartDocument',
  method: 'PUT',
  path: '/api/patients/:patientId/documents/:documentId',
  summary:
    'Hand in a picture or document for the chart under an id that the page made; judged by its bytes. Pictures lose their metadata',
  permission: 'chart.propose',
  params: documentParams,
  accepts: attachmentTypes,
  response: chartDocument,
  bodyLimit: attachmentBytesLimit,
  rateLimit: 30,
});

export const nameChartDocument = defineRoute({
  name: 'nameChartDocument',
  method: 'POST',
  path: '/api/patients/:patientId/documents/:documentId/title',
  summary: 'Say what a document is, once, by whoever handed it in',
  permission: 'chart.propose',
  params: documentParams,
  body: z.strictObject({ title: text(120, 1), category: z.enum(documentCategories) }),
  response: chartDocument,
});

export const readChartDocument = defineRoute({
  name: 'readChartDocument',
  method: 'GET',
  path: '/api/patients/:patientId/documents/:documentId',
  summary: 'The file itself, as an attachment and never as a page; every opening is audited',
  permission: 'chart.read',
  params: documentParams,
  response: fileBytes,
  file: true,
  rateLimit: 120,
});
