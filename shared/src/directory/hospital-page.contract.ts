import { defineRoute } from '../core/route.ts';
import type { hospitalPageSchemas } from './hospital-page.schemas.ts';

export type { HospitalPage, ListedDoctor } from './hospital-page.schemas.ts';

export const readHospitalPage = defineRoute<typeof hospitalPageSchemas, 'readHospitalPage'>({
  name: 'readHospitalPage',
  method: 'GET',
  path: '/api/hospitals/:hospital/page',
  permission: 'public',
});
