import { searchPatients } from '@yunzhen/shared/visits/patient-search.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { PatientSearchService } from './patient-search.service.ts';

export function registerPatientSearchRoutes(routes: RouteRegistrar, search: PatientSearchService): void {
  routes.route(searchPatients, (context, { query }) => search.find(context, query.q));
}
