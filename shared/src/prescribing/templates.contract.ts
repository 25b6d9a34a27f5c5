import { routesOf } from '../core/route.ts';
import type { templatesSchemas } from './templates.schemas.ts';

export type { Template, TemplateQuery, TemplateInput } from './templates.schemas.ts';

const defineRoute = routesOf<typeof templatesSchemas>();

export const listTemplates = defineRoute('listTemplates', 'GET /api/prescription-templates', 'template.use');
export const createTemplate = defineRoute('createTemplate', 'POST /api/prescription-templates', 'template.use', {
  status: 201,
});
export const removeTemplate = defineRoute(
  'removeTemplate',
  'DELETE /api/prescription-templates/:templateId',
  'template.use',
);
