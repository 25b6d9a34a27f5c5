import { defineRoute } from '../core/route.ts';
import type { receiptsSchemas } from './receipts.schemas.ts';

export type { SignedReceipt } from './receipts.schemas.ts';

export const readReceipt = defineRoute<typeof receiptsSchemas, 'readReceipt'>({
  name: 'readReceipt',
  method: 'GET',
  path: '/api/dispensing/receipts/:dispenseId',
  permission: 'dispensing.work',
});

export const readPrescriptionReceipt = defineRoute<typeof receiptsSchemas, 'readPrescriptionReceipt'>({
  name: 'readPrescriptionReceipt',
  method: 'GET',
  path: '/api/prescriptions/:prescriptionId/receipts/:dispenseId',
  permission: 'prescription.read',
});
