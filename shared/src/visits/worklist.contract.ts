import { defineRoute } from '../core/route.ts';
import type { worklistSchemas } from './worklist.schemas.ts';

export type { WorkKind } from './worklist.constants.ts';

export type { WorkItem } from './worklist.schemas.ts';

export const listWork = defineRoute<typeof worklistSchemas, 'listWork'>({
  name: 'listWork',
  method: 'GET',
  path: '/api/doctors/me/work',
  permission: 'queue.read',
});

export const countWork = defineRoute<typeof worklistSchemas, 'countWork'>({
  name: 'countWork',
  method: 'GET',
  path: '/api/doctors/me/work/count',
  permission: 'queue.read',
});
