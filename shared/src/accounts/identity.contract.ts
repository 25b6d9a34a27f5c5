import { routesOf } from '../core/route.ts';
import type { identitySchemas } from './identity.schemas.ts';

export type { Identity } from './identity.schemas.ts';

const defineRoute = routesOf<typeof identitySchemas>();

export const readIdentity = defineRoute('readIdentity', 'GET /api/identity', 'identity.prove');
export const checkIdentity = defineRoute('checkIdentity', 'POST /api/identity/checks', 'identity.prove');
