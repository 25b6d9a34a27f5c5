import { listProvenDiagnoses, readVisitBasis, stateVisitBasis } from '@yunzhen/shared/chart/visit-basis.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { BasisService } from './basis.service.ts';

export function registerBasisRoutes(routes: RouteRegistrar, basis: BasisService): void {
  routes.route(readVisitBasis, (context, { params }) => basis.read(context, params.visitId));
  routes.route(stateVisitBasis, (context, { params, body, version }) =>
    basis.state(context, params.visitId, version, body),
  );
  routes.route(listProvenDiagnoses, (context) => basis.proven(context));
}
