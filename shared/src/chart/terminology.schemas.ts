import { z } from 'zod';
import { icd10Hit } from './chart.schemas.ts';
import type { RouteSchemas } from '../core/route.ts';

/** A doctor’s frequent diagnoses: favourites first, then the most recently used. */
export const ownDiagnoses = z.strictObject({ favourites: z.array(icd10Hit), recent: z.array(icd10Hit) });
export type OwnDiagnoses = z.output<typeof ownDiagnoses>;

export const terminologySchemas = {
  readOwnDiagnoses: {
    summary: 'List your favourite and recently used diagnoses',
    response: ownDiagnoses,
  },
  setFavouriteDiagnosis: {
    summary: 'Add a diagnosis to your favourites, or remove it',
    params: z.strictObject({ code: z.string().min(1).max(12) }),
    body: z.strictObject({ favourite: z.boolean() }),
    response: ownDiagnoses,
  },
} satisfies RouteSchemas;
