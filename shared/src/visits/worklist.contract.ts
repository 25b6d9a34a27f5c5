import { routesOf } from '../core/route.ts';
import type { worklistSchemas } from './worklist.schemas.ts';

export type { WorkKind } from './worklist.constants.ts';

export type { WorkItem } from './worklist.schemas.ts';

const defineRoute = routesOf<typeof worklistSchemas>();

export const listWork = defineRoute('listWork', 'GET /api/doctors/me/work', 'queue.read');
export const countWork = defineRoute('countWork', 'GET /api/doctors/me/work/count', 'queue.read');
