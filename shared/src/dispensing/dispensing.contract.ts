import { routesOf } from '../core/route.ts';
import type { dispensingSchemas } from './dispensing.schemas.ts';

export type { ListedClaim, DispensingClaim } from './dispensing.schemas.ts';

const defineRoute = routesOf<typeof dispensingSchemas>();

export const readOwnPharmacy = defineRoute('readOwnPharmacy', 'GET /api/dispensing/pharmacy', 'dispensing.work');
export const claimPrescription = defineRoute('claimPrescription', 'POST /api/dispensing/claims', 'dispensing.work');
export const listClaims = defineRoute('listClaims', 'GET /api/dispensing/claims', 'dispensing.work');
export const readClaim = defineRoute('readClaim', 'GET /api/dispensing/claims/:claimId', 'dispensing.work');
export const dispense = defineRoute('dispense', 'POST /api/dispensing/claims/:claimId/dispenses', 'dispensing.work');
export const correctDispense = defineRoute(
  'correctDispense',
  'POST /api/dispensing/claims/:claimId/dispenses/:dispenseId/corrections',
  'dispensing.work',
);
export const releaseClaim = defineRoute(
  'releaseClaim',
  'POST /api/dispensing/claims/:claimId/release',
  'dispensing.work',
);
export const answerCancellation = defineRoute(
  'answerCancellation',
  'POST /api/dispensing/claims/:claimId/cancellation-answer',
  'dispensing.work',
);
