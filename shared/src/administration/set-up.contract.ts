import { routesOf } from '../core/route.ts';
import type { setUpSchemas } from './set-up.schemas.ts';

const defineRoute = routesOf<typeof setUpSchemas>();

export const readSetUp = defineRoute('readSetUp', 'GET /api/administration/set-up', 'settings.manage');
