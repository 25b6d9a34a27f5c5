import { readAlertRates } from '@yunzhen/shared/prescribing/alert-rates.contract';
import { listRules, readCircumstances, stateCircumstances } from '@yunzhen/shared/prescribing/rules.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { AlertRatesService } from '../alerts/alert-rates.service.ts';
import type { RulesService } from './rules.service.ts';

export function registerRuleRoutes(routes: RouteRegistrar, rules: RulesService, alerts: AlertRatesService): void {
  routes.route(readAlertRates, (context, { query }) => alerts.read(context, query));
  routes.route(listRules, (context) => rules.list(context));
  routes.route(readCircumstances, (context, { params }) => rules.read(context, params.prescriptionId));
  routes.route(stateCircumstances, (context, { params, body }) => rules.state(context, params.prescriptionId, body));
}
