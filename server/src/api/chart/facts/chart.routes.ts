import {
  addAllergy,
  addCondition,
  addMedicationStatement,
  printChart,
  readChart,
  readDiagnoses,
  retractAllergy,
  retractMedicationStatement,
  saveDiagnoses,
  searchIcd10,
  stateNoAllergies,
} from '@yunzhen/shared/chart/chart.contract';
import { readOwnDiagnoses, setFavouriteDiagnosis } from '@yunzhen/shared/chart/terminology.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { ChartService } from './chart.service.ts';
import type { DiagnosesService } from '../diagnoses/diagnoses.service.ts';
import type { StatementsService } from '../statements/statements.service.ts';
import type { TerminologyService } from '../diagnoses/terminology.service.ts';

export function registerChartRoutes(
  routes: RouteRegistrar,
  services: {
    charts: ChartService;
    statements: StatementsService;
    diagnoses: DiagnosesService;
    terminology: TerminologyService;
  },
): void {
  const { charts, statements, diagnoses, terminology } = services;
  routes.route(readChart, (context, { params }) => charts.read(context, params.patientId));
  routes.route(printChart, (context, { params }) => charts.print(context, params.patientId));

  routes.route(addAllergy, (context, { params, body }) => statements.addAllergy(context, params.patientId, body));
  routes.route(retractAllergy, (context, { params }) =>
    statements.retractAllergy(context, params.patientId, params.allergyId),
  );
  routes.route(stateNoAllergies, (context, { params }) => statements.stateNoAllergies(context, params.patientId));
  routes.route(addCondition, (context, { params, body }) => statements.addCondition(context, params.patientId, body));
  routes.route(addMedicationStatement, (context, { params, body }) =>
    statements.addMedicine(context, params.patientId, body),
  );
  routes.route(retractMedicationStatement, (context, { params }) =>
    statements.retractMedicine(context, params.patientId, params.statementId),
  );

  routes.route(readDiagnoses, (context, { params }) => diagnoses.read(context, params.visitId));
  routes.route(saveDiagnoses, (context, { params, body, version }) =>
    diagnoses.save(context, params.visitId, version, body.items),
  );
  routes.route(searchIcd10, (context, { query }) => terminology.search(context, query));
  routes.route(readOwnDiagnoses, (context) => terminology.own(context));
  routes.route(setFavouriteDiagnosis, (context, { params, body }) =>
    terminology.setFavourite(context, params.code, body.favourite),
  );
}
