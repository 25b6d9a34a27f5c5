import { defineRoute } from '../core/route.ts';
import type { setUpSchemas } from './set-up.schemas.ts';

export const readSetUp = defineRoute<typeof setUpSchemas, 'readSetUp'>({
  name: 'readSetUp',
  method: 'GET',
  path: '/api/administration/set-up',
  permission: 'settings.manage',
});
