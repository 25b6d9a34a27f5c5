import { defineRoute } from '../core/route.ts';
import type { identitySchemas } from './identity.schemas.ts';

export type { Identity } from './identity.schemas.ts';

export const readIdentity = defineRoute<typeof identitySchemas, 'readIdentity'>({
  name: 'readIdentity',
  method: 'GET',
  path: '/api/identity',
  permission: 'identity.prove',
});

export const checkIdentity = defineRoute<typeof identitySchemas, 'checkIdentity'>({
  name: 'checkIdentity',
  method: 'POST',
  path: '/api/identity/checks',
  permission: 'identity.prove',
});
