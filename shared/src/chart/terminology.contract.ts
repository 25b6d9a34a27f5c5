import { defineRoute } from '../core/route.ts';
import type { terminologySchemas } from './terminology.schemas.ts';

export type { OwnDiagnoses } from './terminology.schemas.ts';

export const readOwnDiagnoses = defineRoute<typeof terminologySchemas, 'readOwnDiagnoses'>({
  name: 'readOwnDiagnoses',
  method: 'GET',
  path: '/api/icd10-codes/own',
  permission: 'diagnosis.write',
});

export const setFavouriteDiagnosis = defineRoute<typeof terminologySchemas, 'setFavouriteDiagnosis'>({
  name: 'setFavouriteDiagnosis',
  method: 'PUT',
  path: '/api/icd10-codes/:code/favourite',
  permission: 'diagnosis.write',
});
