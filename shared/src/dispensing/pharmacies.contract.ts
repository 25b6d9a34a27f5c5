import { routesOf } from '../core/route.ts';
import type { pharmaciesSchemas } from './pharmacies.schemas.ts';

export type { Pharmacy } from './pharmacies.schemas.ts';

const defineRoute = routesOf<typeof pharmaciesSchemas>();

export const listPharmacies = defineRoute('listPharmacies', 'GET /api/pharmacies', 'pharmacy.manage');
export const createPharmacy = defineRoute('createPharmacy', 'POST /api/pharmacies', 'pharmacy.manage', { status: 201 });
export const withdrawPharmacy = defineRoute(
  'withdrawPharmacy',
  'POST /api/pharmacies/:pharmacyId/withdrawal',
  'pharmacy.manage',
  { confirmation: 'recent' },
);
export const makePharmacyKey = defineRoute(
  'makePharmacyKey',
  'POST /api/pharmacies/:pharmacyId/key',
  'pharmacy.manage',
  { confirmation: 'recent' },
);
export const withdrawPharmacyKey = defineRoute(
  'withdrawPharmacyKey',
  'DELETE /api/pharmacies/:pharmacyId/key',
  'pharmacy.manage',
  { confirmation: 'recent' },
);
export const inviteDispenser = defineRoute(
  'inviteDispenser',
  'POST /api/pharmacies/:pharmacyId/invitations',
  'pharmacy.manage',
  { confirmation: 'recent' },
);
export const renewPharmacyInvitation = defineRoute(
  'renewPharmacyInvitation',
  'POST /api/pharmacies/:pharmacyId/invitations/:invitationId/link',
  'pharmacy.manage',
  { confirmation: 'recent' },
);
export const withdrawDispenser = defineRoute(
  'withdrawDispenser',
  'DELETE /api/pharmacies/:pharmacyId/dispensers/:accountId',
  'pharmacy.manage',
  { confirmation: 'recent' },
);
export const resetDispenserFactor = defineRoute(
  'resetDispenserFactor',
  'POST /api/pharmacies/:pharmacyId/dispensers/:accountId/second-factor-reset',
  'pharmacy.manage',
  { confirmation: 'recent' },
);
export const withdrawPharmacyInvitation = defineRoute(
  'withdrawPharmacyInvitation',
  'DELETE /api/pharmacies/:pharmacyId/invitations/:invitationId',
  'pharmacy.manage',
);
export const openPharmacyInvitation = defineRoute(
  'openPharmacyInvitation',
  'POST /api/pharmacy-invitations/opening',
  'public',
);
export const acceptPharmacyInvitation = defineRoute(
  'acceptPharmacyInvitation',
  'POST /api/pharmacy-invitations/acceptance',
  'public',
  { status: 201 },
);
export const openCounter = defineRoute('openCounter', 'POST /api/pharmacy-sessions', 'public', { status: 201 });
