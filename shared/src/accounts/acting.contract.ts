import { z } from 'zod';
import { sessionGrant } from './auth.contract.ts';
import { id } from '../core/common.ts';
import { defineRoute } from '../core/route.ts';

export const actFor = defineRoute({
  name: 'actFor',
  method: 'PUT',
  path: '/api/family/acting',
  summary: 'Go on in this session for a dependant, or (null) for oneself again; answers with a new access token',
  permission: 'family.act',
  body: z.strictObject({ patientId: id.nullable() }),
  response: sessionGrant,
});
