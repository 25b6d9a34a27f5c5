import { routesOf } from '../core/route.ts';
import type { authSchemas } from './auth.schemas.ts';

export type { Account, SessionGrant } from './auth.schemas.ts';

const defineRoute = routesOf<typeof authSchemas>();

export const listHospitals = defineRoute('listHospitals', 'GET /api/hospitals', 'public');
export const signIn = defineRoute('signIn', 'POST /api/sessions', 'public', { status: 201 });
export const refreshSession = defineRoute('refreshSession', 'POST /api/sessions/current/refresh', 'public');
export const signOut = defineRoute('signOut', 'DELETE /api/sessions/current', 'public', { status: 204 });
export const readAccount = defineRoute('readAccount', 'GET /api/account', 'account.read-own', {
  confirmation: 'pending',
});
export const updateAccount = defineRoute('updateAccount', 'PATCH /api/account', 'account.read-own');
