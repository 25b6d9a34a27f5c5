import { defineRoute } from '../core/route.ts';
import type { hospitalListsSchemas } from './hospital-lists.schemas.ts';

export type { ListKind, ListState } from './hospital-lists.constants.ts';

export type { HospitalList, ListRemark, ListActivation } from './hospital-lists.schemas.ts';

export const listHospitalLists = defineRoute<typeof hospitalListsSchemas, 'listHospitalLists'>({
  name: 'listHospitalLists',
  method: 'GET',
  path: '/api/hospital-lists/:kind',
  permission: 'list.manage',
});

export const readHospitalList = defineRoute<typeof hospitalListsSchemas, 'readHospitalList'>({
  name: 'readHospitalList',
  method: 'GET',
  path: '/api/hospital-lists/:kind/:listId',
  permission: 'list.manage',
});

export const uploadHospitalList = defineRoute<typeof hospitalListsSchemas, 'uploadHospitalList'>({
  name: 'uploadHospitalList',
  method: 'PUT',
  path: '/api/hospital-lists/:kind/:listId',
  permission: 'list.manage',
});

export const cancelHospitalList = defineRoute<typeof hospitalListsSchemas, 'cancelHospitalList'>({
  name: 'cancelHospitalList',
  method: 'POST',
  path: '/api/hospital-lists/:kind/:listId/cancellation',
  permission: 'list.manage',
});

export const listRemarks = defineRoute<typeof hospitalListsSchemas, 'listRemarks'>({
  name: 'listRemarks',
  method: 'GET',
  path: '/api/hospital-lists/:kind/:listId/remarks',
  permission: 'list.manage',
});

export const activateHospitalList = defineRoute<typeof hospitalListsSchemas, 'activateHospitalList'>({
  name: 'activateHospitalList',
  method: 'POST',
  path: '/api/hospital-lists/:kind/activation',
  permission: 'list.manage',
  confirmation: 'recent',
});

export const listActivations = defineRoute<typeof hospitalListsSchemas, 'listActivations'>({
  name: 'listActivations',
  method: 'GET',
  path: '/api/hospital-lists/:kind/activations',
  permission: 'list.manage',
});
