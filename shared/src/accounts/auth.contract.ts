import { defineRoute } from '../core/route.ts';
import type { authSchemas } from './auth.schemas.ts';

export type { Account, SessionGrant } from './auth.schemas.ts';

export const listHospitals = defineRoute<typeof authSchemas, 'listHospitals'>({
  name: 'listHospitals',
  method: 'GET',
  path: '/api/hospitals',
  permission: 'public',
});

export const signIn = defineRoute<typeof authSchemas, 'signIn'>({
  name: 'signIn',
  method: 'POST',
  path: '/api/sessions',
  permission: 'public',
  status: 201,
});

export const refreshSession = defineRoute<typeof authSchemas, 'refreshSession'>({
  name: 'refreshSession',
  method: 'POST',
  path: '/api/sessions/current/refresh',
  permission: 'public',
});

export const signOut = defineRoute<typeof authSchemas, 'signOut'>({
  name: 'signOut',
  method: 'DELETE',
  path: '/api/sessions/current',
  permission: 'public',
  status: 204,
});

export const readAccount = defineRoute<typeof authSchemas, 'readAccount'>({
  name: 'readAccount',
  method: 'GET',
  path: '/api/account',
  permission: 'account.read-own',
  confirmation: 'pending',
});

export const updateAccount = defineRoute<typeof authSchemas, 'updateAccount'>({
  name: 'updateAccount',
  method: 'PATCH',
  path: '/api/account',
  permission: 'account.read-own',
});
