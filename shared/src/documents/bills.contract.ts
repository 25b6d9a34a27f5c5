import { routesOf } from '../core/route.ts';
import type { billsSchemas } from './bills.schemas.ts';

export type { VisitBill } from './bills.schemas.ts';

const defineRoute = routesOf<typeof billsSchemas>();

export const readVisitBill = defineRoute('readVisitBill', 'GET /api/visits/:visitId/bill', 'bill.read');
