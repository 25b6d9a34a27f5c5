import { defineRoute } from '../core/route.ts';
import type { actingSchemas } from './acting.schemas.ts';

export const actFor = defineRoute<typeof actingSchemas, 'actFor'>({
  name: 'actFor',
  method: 'PUT',
  path: '/api/family/acting',
  permission: 'family.act',
});
