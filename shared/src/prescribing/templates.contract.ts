import { defineRoute } from '../core/route.ts';
import type { templatesSchemas } from './templates.schemas.ts';

export type { Template, TemplateQuery, TemplateInput } from './templates.schemas.ts';

export const listTemplates = defineRoute<typeof templatesSchemas, 'listTemplates'>({
  name: 'listTemplates',
  method: 'GET',
  path: '/api/prescription-templates',
  permission: 'template.use',
});

export const createTemplate = defineRoute<typeof templatesSchemas, 'createTemplate'>({
  name: 'createTemplate',
  method: 'POST',
  path: '/api/prescription-templates',
  permission: 'template.use',
  status: 201,
});

export const removeTemplate = defineRoute<typeof templatesSchemas, 'removeTemplate'>({
  name: 'removeTemplate',
  method: 'DELETE',
  path: '/api/prescription-templates/:templateId',
  permission: 'template.use',
});
