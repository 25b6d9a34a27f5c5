import { defineRoute } from '../core/route.ts';
import type { pharmaciesSchemas } from './pharmacies.schemas.ts';

export type { Pharmacy } from './pharmacies.schemas.ts';

export const listPharmacies = defineRoute<typeof pharmaciesSchemas, 'listPharmacies'>({
  name: 'listPharmacies',
  method: 'GET',
  path: '/api/pharmacies',
  permission: 'pharmacy.manage',
});

export const createPharmacy = defineRoute<typeof pharmaciesSchemas, 'createPharmacy'>({
  name: 'createPharmacy',
  method: 'POST',
  path: '/api/pharmacies',
  permission: 'pharmacy.manage',
  status: 201,
});

export const withdrawPharmacy = defineRoute<typeof pharmaciesSchemas, 'withdrawPharmacy'>({
  name: 'withdrawPharmacy',
  method: 'POST',
  path: '/api/pharmacies/:pharmacyId/withdrawal',
  permission: 'pharmacy.manage',
  confirmation: 'recent',
});

export const makePharmacyKey = defineRoute<typeof pharmaciesSchemas, 'makePharmacyKey'>({
  name: 'makePharmacyKey',
  method: 'POST',
  path: '/api/pharmacies/:pharmacyId/key',
  permission: 'pharmacy.manage',
  confirmation: 'recent',
});

export const withdrawPharmacyKey = defineRoute<typeof pharmaciesSchemas, 'withdrawPharmacyKey'>({
  name: 'withdrawPharmacyKey',
  method: 'DELETE',
  path: '/api/pharmacies/:pharmacyId/key',
  permission: 'pharmacy.manage',
  confirmation: 'recent',
});

export const inviteDispenser = defineRoute<typeof pharmaciesSchemas, 'inviteDispenser'>({
  name: 'inviteDispenser',
  method: 'POST',
  path: '/api/pharmacies/:pharmacyId/invitations',
  permission: 'pharmacy.manage',
  confirmation: 'recent',
});

export const renewPharmacyInvitation = defineRoute<typeof pharmaciesSchemas, 'renewPharmacyInvitation'>({
  name: 'renewPharmacyInvitation',
  method: 'POST',
  path: '/api/pharmacies/:pharmacyId/invitations/:invitationId/link',
  permission: 'pharmacy.manage',
  confirmation: 'recent',
});

export const withdrawDispenser = defineRoute<typeof pharmaciesSchemas, 'withdrawDispenser'>({
  name: 'withdrawDispenser',
  method: 'DELETE',
  path: '/api/pharmacies/:pharmacyId/dispensers/:accountId',
  permission: 'pharmacy.manage',
  confirmation: 'recent',
});

export const resetDispenserFactor = defineRoute<typeof pharmaciesSchemas, 'resetDispenserFactor'>({
  name: 'resetDispenserFactor',
  method: 'POST',
  path: '/api/pharmacies/:pharmacyId/dispensers/:accountId/second-factor-reset',
  permission: 'pharmacy.manage',
  confirmation: 'recent',
});

export const withdrawPharmacyInvitation = defineRoute<typeof pharmaciesSchemas, 'withdrawPharmacyInvitation'>({
  name: 'withdrawPharmacyInvitation',
  method: 'DELETE',
  path: '/api/pharmacies/:pharmacyId/invitations/:invitationId',
  permission: 'pharmacy.manage',
});

export const openPharmacyInvitation = defineRoute<typeof pharmaciesSchemas, 'openPharmacyInvitation'>({
  name: 'openPharmacyInvitation',
  method: 'POST',
  path: '/api/pharmacy-invitations/opening',
  permission: 'public',
});

export const acceptPharmacyInvitation = defineRoute<typeof pharmaciesSchemas, 'acceptPharmacyInvitation'>({
  name: 'acceptPharmacyInvitation',
  method: 'POST',
  path: '/api/pharmacy-invitations/acceptance',
  permission: 'public',
  status: 201,
});

export const openCounter = defineRoute<typeof pharmaciesSchemas, 'openCounter'>({
  name: 'openCounter',
  method: 'POST',
  path: '/api/pharmacy-sessions',
  permission: 'public',
  status: 201,
});
