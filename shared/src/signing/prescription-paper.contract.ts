import { defineRoute } from '../core/route.ts';
import type { prescriptionPaperSchemas } from './prescription-paper.schemas.ts';

export type { PrescriptionCode } from './prescription-paper.schemas.ts';

export const readPrescriptionCode = defineRoute<typeof prescriptionPaperSchemas, 'readPrescriptionCode'>({
  name: 'readPrescriptionCode',
  method: 'GET',
  path: '/api/prescriptions/:prescriptionId/code',
  permission: 'prescription.read',
});

export const readPrescriptionDocument = defineRoute<typeof prescriptionPaperSchemas, 'readPrescriptionDocument'>({
  name: 'readPrescriptionDocument',
  method: 'GET',
  path: '/api/prescriptions/:prescriptionId/document',
  permission: 'prescription.read',
  file: true,
});
