import { routesOf } from '../core/route.ts';
import type { portraitsSchemas } from './portraits.schemas.ts';

export type { PortraitSize } from './portraits.constants.ts';

const defineRoute = routesOf<typeof portraitsSchemas>();

export const readOwnPortrait = defineRoute('readOwnPortrait', 'GET /api/doctors/:doctorId/portrait', 'portrait.manage');
export const savePortrait = defineRoute('savePortrait', 'PUT /api/doctors/:doctorId/portrait', 'portrait.manage');
export const removePortrait = defineRoute(
  'removePortrait',
  'DELETE /api/doctors/:doctorId/portrait',
  'portrait.manage',
);
export const readPortrait = defineRoute(
  'readPortrait',
  'GET /api/hospitals/:hospital/portraits/:sha256/:size',
  'public',
  { file: true },
);
