import { defineRoute } from '../core/route.ts';
import type { routingSchemas } from './routing.schemas.ts';

export type { PharmacyChoice, RoutedPrescription } from './routing.schemas.ts';

export const readPharmacyChoice = defineRoute<typeof routingSchemas, 'readPharmacyChoice'>({
  name: 'readPharmacyChoice',
  method: 'GET',
  path: '/api/prescriptions/:prescriptionId/pharmacy-choice',
  permission: 'pharmacy.choose',
});

export const choosePharmacy = defineRoute<typeof routingSchemas, 'choosePharmacy'>({
  name: 'choosePharmacy',
  method: 'PUT',
  path: '/api/prescriptions/:prescriptionId/pharmacy-choice',
  permission: 'pharmacy.choose',
  status: 204,
});

export const listRoutedPrescriptions = defineRoute<typeof routingSchemas, 'listRoutedPrescriptions'>({
  name: 'listRoutedPrescriptions',
  method: 'GET',
  path: '/api/dispensing/routed-prescriptions',
  permission: 'dispensing.work',
});

export const claimRoutedPrescription = defineRoute<typeof routingSchemas, 'claimRoutedPrescription'>({
  name: 'claimRoutedPrescription',
  method: 'POST',
  path: '/api/dispensing/routed-prescriptions/:prescriptionId/claim',
  permission: 'dispensing.work',
});
