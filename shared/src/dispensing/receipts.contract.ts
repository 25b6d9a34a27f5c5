import { routesOf } from '../core/route.ts';
import type { receiptsSchemas } from './receipts.schemas.ts';

export type { SignedReceipt } from './receipts.schemas.ts';

const defineRoute = routesOf<typeof receiptsSchemas>();

export const readReceipt = defineRoute('readReceipt', 'GET /api/dispensing/receipts/:dispenseId', 'dispensing.work');
export const readPrescriptionReceipt = defineRoute(
  'readPrescriptionReceipt',
  'GET /api/prescriptions/:prescriptionId/receipts/:dispenseId',
  'prescription.read',
);
