import { routesOf } from '../core/route.ts';
import type { hospitalListsSchemas } from './hospital-lists.schemas.ts';

export type { ListKind, ListState } from './hospital-lists.constants.ts';

export type { HospitalList, ListRemark, ListActivation } from './hospital-lists.schemas.ts';

const defineRoute = routesOf<typeof hospitalListsSchemas>();

export const listHospitalLists = defineRoute('listHospitalLists', 'GET /api/hospital-lists/:kind', 'list.manage');
export const readHospitalList = defineRoute('readHospitalList', 'GET /api/hospital-lists/:kind/:listId', 'list.manage');
export const uploadHospitalList = defineRoute(
  'uploadHospitalList',
  'PUT /api/hospital-lists/:kind/:listId',
  'list.manage',
);
export const cancelHospitalList = defineRoute(
  'cancelHospitalList',
  'POST /api/hospital-lists/:kind/:listId/cancellation',
  'list.manage',
);
export const listRemarks = defineRoute('listRemarks', 'GET /api/hospital-lists/:kind/:listId/remarks', 'list.manage');
export const activateHospitalList = defineRoute(
  'activateHospitalList',
  'POST /api/hospital-lists/:kind/activation',
  'list.manage',
  { confirmation: 'recent' },
);
export const listActivations = defineRoute(
  'listActivations',
  'GET /api/hospital-lists/:kind/activations',
  'list.manage',
);
