import { defineRoute } from '../core/route.ts';
import type { accountSecuritySchemas } from './account-security.schemas.ts';

export const changePassword = defineRoute<typeof accountSecuritySchemas, 'changePassword'>({
  name: 'changePassword',
  method: 'PUT',
  path: '/api/account/password',
  permission: 'account.security',
  status: 204,
});

export type { OwnSession, OwnSessions } from './account-security.schemas.ts';

export const listOwnSessions = defineRoute<typeof accountSecuritySchemas, 'listOwnSessions'>({
  name: 'listOwnSessions',
  method: 'GET',
  path: '/api/account/sessions',
  permission: 'account.security',
});

export const endOwnSession = defineRoute<typeof accountSecuritySchemas, 'endOwnSession'>({
  name: 'endOwnSession',
  method: 'DELETE',
  path: '/api/account/sessions/:sessionId',
  permission: 'account.security',
});

export const endOtherSessions = defineRoute<typeof accountSecuritySchemas, 'endOtherSessions'>({
  name: 'endOtherSessions',
  method: 'DELETE',
  path: '/api/account/sessions',
  permission: 'account.security',
});
