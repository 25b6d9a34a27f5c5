import { routesOf } from '../core/route.ts';
import type { keysSchemas } from './keys.schemas.ts';

export type { CallKey, CodePart, WrappedKey } from './keys.schemas.ts';

const defineRoute = routesOf<typeof keysSchemas>();

export const readCallKeys = defineRoute('readCallKeys', 'GET /api/visits/:visitId/call/keys', 'call.join');
export const publishCallKey = defineRoute('publishCallKey', 'PUT /api/visits/:visitId/call/keys/:keyId', 'call.join');
export const postCodePart = defineRoute(
  'postCodePart',
  'PUT /api/visits/:visitId/call/keys/:keyId/code-part',
  'call.join',
);
export const postWrappedKeys = defineRoute(
  'postWrappedKeys',
  'POST /api/visits/:visitId/call/keys/:keyId/wrapped',
  'call.join',
);
