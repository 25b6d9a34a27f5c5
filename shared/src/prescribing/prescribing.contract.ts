import { defineRoute } from '../core/route.ts';
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

export const searchMedicines = defineRoute<typeof prescribingSchemas, 'searchMedicines'>({
  name: 'searchMedicines',
  method: 'GET',
  path: '/api/medicines',
  permission: 'terminology.search',
});

export const readMedicine = defineRoute<typeof prescribingSchemas, 'readMedicine'>({
  name: 'readMedicine',
  method: 'GET',
  path: '/api/medicines/:productId',
  permission: 'terminology.search',
});

export const createPrescription = defineRoute<typeof prescribingSchemas, 'createPrescription'>({
  name: 'createPrescription',
  method: 'POST',
  path: '/api/visits/:visitId/prescriptions',
  permission: 'prescription.write',
  status: 201,
});

export const listVisitPrescriptions = defineRoute<typeof prescribingSchemas, 'listVisitPrescriptions'>({
  name: 'listVisitPrescriptions',
  method: 'GET',
  path: '/api/visits/:visitId/prescriptions',
  permission: 'prescription.read',
});

export const listPrescriptions = defineRoute<typeof prescribingSchemas, 'listPrescriptions'>({
  name: 'listPrescriptions',
  method: 'GET',
  path: '/api/prescriptions',
  permission: 'prescription.read',
});

export const readPrescription = defineRoute<typeof prescribingSchemas, 'readPrescription'>({
  name: 'readPrescription',
  method: 'GET',
  path: '/api/prescriptions/:prescriptionId',
  permission: 'prescription.read',
});

export const savePrescription = defineRoute<typeof prescribingSchemas, 'savePrescription'>({
  name: 'savePrescription',
  method: 'PUT',
  path: '/api/prescriptions/:prescriptionId',
  permission: 'prescription.write',
  ifMatch: true,
});

export const keepAcknowledgements = defineRoute<typeof prescribingSchemas, 'keepAcknowledgements'>({
  name: 'keepAcknowledgements',
  method: 'PUT',
  path: '/api/prescriptions/:prescriptionId/acknowledgements',
  permission: 'prescription.write',
});

export const listEarlierPrescriptions = defineRoute<typeof prescribingSchemas, 'listEarlierPrescriptions'>({
  name: 'listEarlierPrescriptions',
  method: 'GET',
  path: '/api/visits/:visitId/earlier-prescriptions',
  permission: 'prescription.write',
});

export const readGuidance = defineRoute<typeof prescribingSchemas, 'readGuidance'>({
  name: 'readGuidance',
  method: 'GET',
  path: '/api/prescriptions/:prescriptionId/guidance',
  permission: 'prescription.read',
});

export const signPrescription = defineRoute<typeof prescribingSchemas, 'signPrescription'>({
  name: 'signPrescription',
  method: 'POST',
  path: '/api/prescriptions/:prescriptionId/signature',
  permission: 'prescription.write',
  ifMatch: true,
});

export const cancelPrescription = defineRoute<typeof prescribingSchemas, 'cancelPrescription'>({
  name: 'cancelPrescription',
  method: 'POST',
  path: '/api/prescriptions/:prescriptionId/cancellation',
  permission: 'prescription.write',
});
