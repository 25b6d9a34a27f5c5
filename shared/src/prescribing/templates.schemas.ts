import { z } from 'zod';
import { cursorQuery, id, page, text } from '../core/common.ts';
import { copiedLine } from './prescribing.schemas.ts';
import { prescriptionItemInput } from './prescription-items.schemas.ts';
import type { RouteSchemas } from '../core/route.ts';

/** ICD-10 codes or prefixes: `J03` matches every code that starts so. */
const codes = z.array(z.string().regex(/^[A-Z]\d[\dA-Z.]{0,6}$/)).max(10);

export const template = z.strictObject({
  id,
  title: z.string(),
  /** `hospital`: visible to every doctor of the hospital; its author may remove it. */
  scope: z.enum(['own', 'hospital']),
  mine: z.boolean(),
  author: z.string(),
  codes: z.array(z.string()),
  lines: z.array(copiedLine),
});
export type Template = z.output<typeof template>;

const templateQuery = z.strictObject({
  ...cursorQuery,
  q: z.string().trim().max(80).default(''),
  /** ICD-10 codes of the visit, joined by commas. */
  codes: z.string().max(200).default(''),
});
export type TemplateQuery = z.output<typeof templateQuery>;

const templateInput = z.strictObject({
  title: text(80, 1),
  scope: z.enum(['own', 'hospital']).default('own'),
  codes: codes.default([]),
  items: z.array(prescriptionItemInput).min(1).max(20),
});
export type TemplateInput = z.output<typeof templateInput>;

export const templatesSchemas = {
  listTemplates: {
    summary: 'List your templates and the hospital’s, those for the given diagnoses first',
    query: templateQuery,
    response: page(template),
  },
  createTemplate: {
    summary: 'Save lines as a template, checked against the formulary like a draft',
    body: templateInput,
    response: template,
  },
  removeTemplate: {
    summary: 'Remove one of your templates; repeating changes nothing',
    params: z.strictObject({ templateId: id }),
    response: z.strictObject({ removed: z.boolean() }),
  },
} satisfies RouteSchemas;
