import { defineRoute } from '../core/route.ts';
import type { patientSearchSchemas } from './patient-search.schemas.ts';

export const searchPatients = defineRoute<typeof patientSearchSchemas, 'searchPatients'>({
  name: 'searchPatients',
  method: 'GET',
  path: '/api/doctors/me/patients',
  permission: 'queue.read',
});
