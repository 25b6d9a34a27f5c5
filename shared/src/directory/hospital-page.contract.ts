import { routesOf } from '../core/route.ts';
import type { hospitalPageSchemas } from './hospital-page.schemas.ts';

export type { HospitalPage, ListedDoctor } from './hospital-page.schemas.ts';

const defineRoute = routesOf<typeof hospitalPageSchemas>();

export const readHospitalPage = defineRoute('readHospitalPage', 'GET /api/hospitals/:hospital/page', 'public');
