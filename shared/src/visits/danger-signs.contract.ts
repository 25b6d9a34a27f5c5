import { defineRoute } from '../core/route.ts';
import type { dangerSignsSchemas } from './danger-signs.schemas.ts';

export const findDangerSigns = defineRoute<typeof dangerSignsSchemas, 'findDangerSigns'>({
  name: 'findDangerSigns',
  method: 'POST',
  path: '/api/danger-sign-searches',
  permission: 'visit.book',
});
