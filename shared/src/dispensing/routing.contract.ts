import { routesOf } from '../core/route.ts';
import type { routingSchemas } from './routing.schemas.ts';

export type { PharmacyChoice, RoutedPrescription } from './routing.schemas.ts';

const defineRoute = routesOf<typeof routingSchemas>();

export const readPharmacyChoice = defineRoute(
  'readPharmacyChoice',
  'GET /api/prescriptions/:prescriptionId/pharmacy-choice',
  'pharmacy.choose',
);
export const choosePharmacy = defineRoute(
  'choosePharmacy',
  'PUT /api/prescriptions/:prescriptionId/pharmacy-choice',
  'pharmacy.choose',
  { status: 204 },
);
export const listRoutedPrescriptions = defineRoute(
  'listRoutedPrescriptions',
  'GET /api/dispensing/routed-prescriptions',
  'dispensing.work',
);
export const claimRoutedPrescription = defineRoute(
  'claimRoutedPrescription',
  'POST /api/dispensing/routed-prescriptions/:prescriptionId/claim',
  'dispensing.work',
);
