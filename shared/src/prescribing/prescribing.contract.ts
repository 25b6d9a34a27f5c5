import { routesOf } from '../core/route.ts';
import type { prescribingSchemas } from './prescribing.schemas.ts';

export type {
  MedicineHit,
  PatentMedicineHit,
  PrescriptionItem,
  PrescriptionItemInput,
} from './prescription-items.schemas.ts';

export type { SafetyCheckName, OverrideReason } from './prescribing.constants.ts';

export type {
  OtherMedicine,
  DetectedIssue,
  SafetyReport,
  Acknowledgement,
  AcknowledgementInput,
  RuleFinding,
  Prescription,
  CopiedLine,
  EarlierPrescription,
} from './prescribing.schemas.ts';

export type { ReturnedPrescription } from './returned.schemas.ts';

const defineRoute = routesOf<typeof prescribingSchemas>();

export const searchMedicines = defineRoute('searchMedicines', 'GET /api/medicines', 'terminology.search');
export const readMedicine = defineRoute('readMedicine', 'GET /api/medicines/:productId', 'terminology.search');
export const createPrescription = defineRoute(
  'createPrescription',
  'POST /api/visits/:visitId/prescriptions',
  'prescription.write',
  { status: 201 },
);
export const listVisitPrescriptions = defineRoute(
  'listVisitPrescriptions',
  'GET /api/visits/:visitId/prescriptions',
  'prescription.read',
);
export const listPrescriptions = defineRoute('listPrescriptions', 'GET /api/prescriptions', 'prescription.read');
export const readPrescription = defineRoute(
  'readPrescription',
  'GET /api/prescriptions/:prescriptionId',
  'prescription.read',
);
export const savePrescription = defineRoute(
  'savePrescription',
  'PUT /api/prescriptions/:prescriptionId',
  'prescription.write',
  { ifMatch: true },
);
export const keepAcknowledgements = defineRoute(
  'keepAcknowledgements',
  'PUT /api/prescriptions/:prescriptionId/acknowledgements',
  'prescription.write',
);
export const listEarlierPrescriptions = defineRoute(
  'listEarlierPrescriptions',
  'GET /api/visits/:visitId/earlier-prescriptions',
  'prescription.write',
);
export const readGuidance = defineRoute(
  'readGuidance',
  'GET /api/prescriptions/:prescriptionId/guidance',
  'prescription.read',
);
export const signPrescription = defineRoute(
  'signPrescription',
  'POST /api/prescriptions/:prescriptionId/signature',
  'prescription.write',
  { ifMatch: true },
);
export const cancelPrescription = defineRoute(
  'cancelPrescription',
  'POST /api/prescriptions/:prescriptionId/cancellation',
  'prescription.write',
);
export const listReturned = defineRoute(
  'listReturned',
  'GET /api/visits/:visitId/returned-prescriptions',
  'prescription.write',
);
export const followUpReturned = defineRoute(
  'followUpReturned',
  'POST /api/prescriptions/:prescriptionId/follow-up',
  'prescription.write',
);
