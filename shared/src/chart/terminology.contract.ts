import { z } from 'zod';
import { icd10Hit } from './chart.contract.ts';
import { defineRoute } from '../core/route.ts';

/** What a doctor diagnoses often: marked ones first, then those used last. */
export const ownDiagnoses = z.strictObject({ favourites: z.array(icd10Hit), recent: z.array(icd10Hit) });
export type OwnDiagnoses = z.output<typeof ownDiagnoses>;

export const readOwnDiagnoses = defineRoute({
  name: 'readOwnDiagnoses',
  method: 'GET',
  path: '/api/icd10-codes/own',
  summary: 'The doctor’s favourite diagnoses, and those that they used last',
  permission: 'diagnosis.write',
  response: ownDiagnoses,
});

export const setFavouriteDiagnosis = defineRoute({
  name: 'setFavouriteDiagnosis',
  method: 'PUT',
  path: '/api/icd10-codes/:code/favourite',
  summary: 'Mark a diagnosis as one’s favourite, or no longer',
  permission: 'diagnosis.write',
  params: z.strictObject({ code: z.string().min(1).max(12) }),
  body: z.strictObject({ favourite: z.boolean() }),
  response: ownDiagnoses,
});
