import { defineRoute } from '../core/route.ts';
import type { visitBasisSchemas } from './visit-basis.schemas.ts';

export type { PriorDiagnosis, VisitBasis } from './visit-basis.schemas.ts';

export const readVisitBasis = defineRoute<typeof visitBasisSchemas, 'readVisitBasis'>({
  name: 'readVisitBasis',
  method: 'GET',
  path: '/api/visits/:visitId/basis',
  permission: 'chart.read',
});

export const stateVisitBasis = defineRoute<typeof visitBasisSchemas, 'stateVisitBasis'>({
  name: 'stateVisitBasis',
  method: 'PUT',
  path: '/api/visits/:visitId/basis',
  permission: 'diagnosis.write',
  ifMatch: true,
});

export const listProvenDiagnoses = defineRoute<typeof visitBasisSchemas, 'listProvenDiagnoses'>({
  name: 'listProvenDiagnoses',
  method: 'GET',
  path: '/api/proven-diagnoses',
  permission: 'visit.check-in',
});
