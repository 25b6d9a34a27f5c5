import { routesOf } from '../core/route.ts';
import type { transfersSchemas } from './transfers.schemas.ts';

export type { VisitTransfer } from './transfers.schemas.ts';

const defineRoute = routesOf<typeof transfersSchemas>();

export const transferVisit = defineRoute('transferVisit', 'POST /api/visits/:visitId/transfers', 'visit.conduct');
export const declineTransfer = defineRoute(
  'declineTransfer',
  'POST /api/visits/:visitId/transfers/refusal',
  'visit.conduct',
);
