import { defineRoute } from '../core/route.ts';
import type { accountSecuritySchemas } from './account-security.schemas.ts';

export const changePassword = defineRoute<typeof accountSecuritySchemas, 'changePassword'>({
  name: 'changePassword',
  method: 'PUT',
  path: '/api/account/password',
  permission: 'account.security',
  status: 204,
});
