import { z } from 'zod';
import { sessionGrant } from './auth.schemas.ts';
import { id } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';

export const actingSchemas = {
  actFor: {
    summary: 'Act for a dependant in this session, or (null) for yourself again; returns a new access token',
    body: z.strictObject({ patientId: id.nullable() }),
    response: sessionGrant,
  },
} satisfies RouteSchemas;
