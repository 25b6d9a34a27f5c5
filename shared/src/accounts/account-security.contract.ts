import { routesOf } from '../core/route.ts';
import type { accountSecuritySchemas } from './account-security.schemas.ts';

export type { OwnSession, OwnSessions } from './account-security.schemas.ts';

const defineRoute = routesOf<typeof accountSecuritySchemas>();

export const changePassword = defineRoute('changePassword', 'PUT /api/account/password', 'account.security', {
  status: 204,
});

export const listOwnSessions = defineRoute('listOwnSessions', 'GET /api/account/sessions', 'account.security');
export const endOwnSession = defineRoute(
  'endOwnSession',
  'DELETE /api/account/sessions/:sessionId',
  'account.security',
);
export const endOtherSessions = defineRoute('endOtherSessions', 'DELETE /api/account/sessions', 'account.security');
