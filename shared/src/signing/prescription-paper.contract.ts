import { routesOf } from '../core/route.ts';
import type { prescriptionPaperSchemas } from './prescription-paper.schemas.ts';

export type { PrescriptionCode } from './prescription-paper.schemas.ts';

const defineRoute = routesOf<typeof prescriptionPaperSchemas>();

export const readPrescriptionCode = defineRoute(
  'readPrescriptionCode',
  'GET /api/prescriptions/:prescriptionId/code',
  'prescription.read',
);
export const readPrescriptionDocument = defineRoute(
  'readPrescriptionDocument',
  'GET /api/prescriptions/:prescriptionId/document',
  'prescription.read',
  { file: true },
);
