import { routesOf } from '../core/route.ts';
import type { dangerSignsSchemas } from './danger-signs.schemas.ts';

const defineRoute = routesOf<typeof dangerSignsSchemas>();

export const findDangerSigns = defineRoute('findDangerSigns', 'POST /api/danger-sign-searches', 'visit.book');
