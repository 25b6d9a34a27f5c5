import { routesOf } from '../core/route.ts';
import type { terminologySchemas } from './terminology.schemas.ts';

export type { OwnDiagnoses } from './terminology.schemas.ts';

const defineRoute = routesOf<typeof terminologySchemas>();

export const readOwnDiagnoses = defineRoute('readOwnDiagnoses', 'GET /api/icd10-codes/own', 'diagnosis.write');
export const setFavouriteDiagnosis = defineRoute(
  'setFavouriteDiagnosis',
  'PUT /api/icd10-codes/:code/favourite',
  'diagnosis.write',
);
