import { defineRoute } from '../core/route.ts';
import type { billsSchemas } from './bills.schemas.ts';

export type { VisitBill } from './bills.schemas.ts';

export const readVisitBill = defineRoute<typeof billsSchemas, 'readVisitBill'>({
  name: 'readVisitBill',
  method: 'GET',
  path: '/api/visits/:visitId/bill',
  permission: 'bill.read',
});
