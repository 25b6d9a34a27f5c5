import { routesOf } from '../core/route.ts';
import type { visitBasisSchemas } from './visit-basis.schemas.ts';

export type { PriorDiagnosis, VisitBasis } from './visit-basis.schemas.ts';

const defineRoute = routesOf<typeof visitBasisSchemas>();

export const readVisitBasis = defineRoute('readVisitBasis', 'GET /api/visits/:visitId/basis', 'chart.read');
export const stateVisitBasis = defineRoute('stateVisitBasis', 'PUT /api/visits/:visitId/basis', 'diagnosis.write', {
  ifMatch: true,
});
export const listProvenDiagnoses = defineRoute('listProvenDiagnoses', 'GET /api/proven-diagnoses', 'visit.check-in');
