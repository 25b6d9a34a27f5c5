import { defineRoute } from '../core/route.ts';
import type { transfersSchemas } from './transfers.schemas.ts';

export type { VisitTransfer } from './transfers.schemas.ts';

export const transferVisit = defineRoute<typeof transfersSchemas, 'transferVisit'>({
  name: 'transferVisit',
  method: 'POST',
  path: '/api/visits/:visitId/transfers',
  permission: 'visit.conduct',
});

export const declineTransfer = defineRoute<typeof transfersSchemas, 'declineTransfer'>({
  name: 'declineTransfer',
  method: 'POST',
  path: '/api/visits/:visitId/transfers/refusal',
  permission: 'visit.conduct',
});
