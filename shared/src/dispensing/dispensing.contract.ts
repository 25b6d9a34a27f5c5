import { defineRoute } from '../core/route.ts';
import type { dispensingSchemas } from './dispensing.schemas.ts';

export type { ListedClaim, DispensingClaim } from './dispensing.schemas.ts';

export const readOwnPharmacy = defineRoute<typeof dispensingSchemas, 'readOwnPharmacy'>({
  name: 'readOwnPharmacy',
  method: 'GET',
  path: '/api/dispensing/pharmacy',
  permission: 'dispensing.work',
});

export const claimPrescription = defineRoute<typeof dispensingSchemas, 'claimPrescription'>({
  name: 'claimPrescription',
  method: 'POST',
  path: '/api/dispensing/claims',
  permission: 'dispensing.work',
});

export const listClaims = defineRoute<typeof dispensingSchemas, 'listClaims'>({
  name: 'listClaims',
  method: 'GET',
  path: '/api/dispensing/claims',
  permission: 'dispensing.work',
});

export const readClaim = defineRoute<typeof dispensingSchemas, 'readClaim'>({
  name: 'readClaim',
  method: 'GET',
  path: '/api/dispensing/claims/:claimId',
  permission: 'dispensing.work',
});

export const dispense = defineRoute<typeof dispensingSchemas, 'dispense'>({
  name: 'dispense',
  method: 'POST',
  path: '/api/dispensing/claims/:claimId/dispenses',
  permission: 'dispensing.work',
});

export const correctDispense = defineRoute<typeof dispensingSchemas, 'correctDispense'>({
  name: 'correctDispense',
  method: 'POST',
  path: '/api/dispensing/claims/:claimId/dispenses/:dispenseId/corrections',
  permission: 'dispensing.work',
});

export const releaseClaim = defineRoute<typeof dispensingSchemas, 'releaseClaim'>({
  name: 'releaseClaim',
  method: 'POST',
  path: '/api/dispensing/claims/:claimId/release',
  permission: 'dispensing.work',
});

export const answerCancellation = defineRoute<typeof dispensingSchemas, 'answerCancellation'>({
  name: 'answerCancellation',
  method: 'POST',
  path: '/api/dispensing/claims/:claimId/cancellation-answer',
  permission: 'dispensing.work',
});
