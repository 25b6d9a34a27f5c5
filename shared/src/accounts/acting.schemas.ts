import { z } from 'zod';
import { sessionGrant } from './auth.schemas.ts';
import { id } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';

export const actingSchemas = {
  actFor: {
    summary: 'Go on in this session for a dependant, or (null) for oneself again; answers with a new access token',
    body: z.strictObject({ patientId: id.nullable() }),
    response: sessionGrant,
  },
} satisfies RouteSchemas;
