import { defineRoute } from '../core/route.ts';
import type { portraitsSchemas } from './portraits.schemas.ts';

export type { PortraitSize } from './portraits.constants.ts';

export const readOwnPortrait = defineRoute<typeof portraitsSchemas, 'readOwnPortrait'>({
  name: 'readOwnPortrait',
  method: 'GET',
  path: '/api/doctors/:doctorId/portrait',
  permission: 'portrait.manage',
});

export const savePortrait = defineRoute<typeof portraitsSchemas, 'savePortrait'>({
  name: 'savePortrait',
  method: 'PUT',
  path: '/api/doctors/:doctorId/portrait',
  permission: 'portrait.manage',
});

export const removePortrait = defineRoute<typeof portraitsSchemas, 'removePortrait'>({
  name: 'removePortrait',
  method: 'DELETE',
  path: '/api/doctors/:doctorId/portrait',
  permission: 'portrait.manage',
});

export const readPortrait = defineRoute<typeof portraitsSchemas, 'readPortrait'>({
  name: 'readPortrait',
  method: 'GET',
  path: '/api/hospitals/:hospital/portraits/:sha256/:size',
  permission: 'public',
  file: true,
});
