import { defineRoute } from '../core/route.ts';
import type { keysSchemas } from './keys.schemas.ts';

export type { CallKey, CodePart, WrappedKey } from './keys.schemas.ts';

export const readCallKeys = defineRoute<typeof keysSchemas, 'readCallKeys'>({
  name: 'readCallKeys',
  method: 'GET',
  path: '/api/visits/:visitId/call/keys',
  permission: 'call.join',
});

export const publishCallKey = defineRoute<typeof keysSchemas, 'publishCallKey'>({
  name: 'publishCallKey',
  method: 'PUT',
  path: '/api/visits/:visitId/call/keys/:keyId',
  permission: 'call.join',
});

export const postCodePart = defineRoute<typeof keysSchemas, 'postCodePart'>({
  name: 'postCodePart',
  method: 'PUT',
  path: '/api/visits/:visitId/call/keys/:keyId/code-part',
  permission: 'call.join',
});

export const postWrappedKeys = defineRoute<typeof keysSchemas, 'postWrappedKeys'>({
  name: 'postWrappedKeys',
  method: 'POST',
  path: '/api/visits/:visitId/call/keys/:keyId/wrapped',
  permission: 'call.join',
});
