import { routesOf } from '../core/route.ts';
import type { patientSearchSchemas } from './patient-search.schemas.ts';

const defineRoute = routesOf<typeof patientSearchSchemas>();

export const searchPatients = defineRoute('searchPatients', 'GET /api/doctors/me/patients', 'queue.read');
