import { routesOf } from '../core/route.ts';
import type { chartSchemas } from './chart.schemas.ts';

export type {
  Allergy,
  Condition,
  MedicationStatement,
  Chart,
  Diagnosis,
  DiagnosisList,
  Icd10Hit,
} from './chart.schemas.ts';

const defineRoute = routesOf<typeof chartSchemas>();

export const readChart = defineRoute('readChart', 'GET /api/patients/:patientId/chart', 'chart.read');
export const printChart = defineRoute('printChart', 'POST /api/patients/:patientId/chart-prints', 'chart.read', {
  status: 204,
});
export const addAllergy = defineRoute('addAllergy', 'POST /api/patients/:patientId/allergies', 'chart.propose', {
  status: 201,
});
export const retractAllergy = defineRoute(
  'retractAllergy',
  'POST /api/patients/:patientId/allergies/:allergyId/retraction',
  'chart.propose',
);
export const stateNoAllergies = defineRoute(
  'stateNoAllergies',
  'POST /api/patients/:patientId/no-known-allergies',
  'chart.propose',
);
export const addCondition = defineRoute('addCondition', 'POST /api/patients/:patientId/conditions', 'chart.propose', {
  status: 201,
});
export const addMedicationStatement = defineRoute(
  'addMedicationStatement',
  'POST /api/patients/:patientId/medication-statements',
  'chart.propose',
  { status: 201 },
);
export const retractMedicationStatement = defineRoute(
  'retractMedicationStatement',
  'POST /api/patients/:patientId/medication-statements/:statementId/retraction',
  'chart.propose',
);
export const readDiagnoses = defineRoute('readDiagnoses', 'GET /api/visits/:visitId/diagnoses', 'chart.read');
export const saveDiagnoses = defineRoute('saveDiagnoses', 'PUT /api/visits/:visitId/diagnoses', 'diagnosis.write', {
  ifMatch: true,
});
export const searchIcd10 = defineRoute('searchIcd10', 'GET /api/icd10-codes', 'terminology.search');
