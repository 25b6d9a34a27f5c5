import { routesOf } from '../core/route.ts';
import type { actingSchemas } from './acting.schemas.ts';

const defineRoute = routesOf<typeof actingSchemas>();

export const actFor = defineRoute('actFor', 'PUT /api/family/acting', 'family.act');
