import { defineRoute } from '../core/route.ts';
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

export const readChart = defineRoute<typeof chartSchemas, 'readChart'>({
  name: 'readChart',
  method: 'GET',
  path: '/api/patients/:patientId/chart',
  permission: 'chart.read',
});

export const printChart = defineRoute<typeof chartSchemas, 'printChart'>({
  name: 'printChart',
  method: 'POST',
  path: '/api/patients/:patientId/chart-prints',
  permission: 'chart.read',
  status: 204,
});

export const addAllergy = defineRoute<typeof chartSchemas, 'addAllergy'>({
  name: 'addAllergy',
  method: 'POST',
  path: '/api/patients/:patientId/allergies',
  permission: 'chart.propose',
  status: 201,
});

export const retractAllergy = defineRoute<typeof chartSchemas, 'retractAllergy'>({
  name: 'retractAllergy',
  method: 'POST',
  path: '/api/patients/:patientId/allergies/:allergyId/retraction',
  permission: 'chart.propose',
});

export const stateNoAllergies = defineRoute<typeof chartSchemas, 'stateNoAllergies'>({
  name: 'stateNoAllergies',
  method: 'POST',
  path: '/api/patients/:patientId/no-known-allergies',
  permission: 'chart.propose',
});

export const addCondition = defineRoute<typeof chartSchemas, 'addCondition'>({
  name: 'addCondition',
  method: 'POST',
  path: '/api/patients/:patientId/conditions',
  permission: 'chart.propose',
  status: 201,
});

export const addMedicationStatement = defineRoute<typeof chartSchemas, 'addMedicationStatement'>({
  name: 'addMedicationStatement',
  method: 'POST',
  path: '/api/patients/:patientId/medication-statements',
  permission: 'chart.propose',
  status: 201,
});

export const retractMedicationStatement = defineRoute<typeof chartSchemas, 'retractMedicationStatement'>({
  name: 'retractMedicationStatement',
  method: 'POST',
  path: '/api/patients/:patientId/medication-statements/:statementId/retraction',
  permission: 'chart.propose',
});

export const readDiagnoses = defineRoute<typeof chartSchemas, 'readDiagnoses'>({
  name: 'readDiagnoses',
  method: 'GET',
  path: '/api/visits/:visitId/diagnoses',
  permission: 'chart.read',
});

export const saveDiagnoses = defineRoute<typeof chartSchemas, 'saveDiagnoses'>({
  name: 'saveDiagnoses',
  method: 'PUT',
  path: '/api/visits/:visitId/diagnoses',
  permission: 'diagnosis.write',
  ifMatch: true,
});

export const searchIcd10 = defineRoute<typeof chartSchemas, 'searchIcd10'>({
  name: 'searchIcd10',
  method: 'GET',
  path: '/api/icd10-codes',
  permission: 'terminology.search',
});
