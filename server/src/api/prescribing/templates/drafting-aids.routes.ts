import { listEarlierPrescriptions } from '@yunzhen/shared/prescribing/prescribing.contract';
import * as repeat from '@yunzhen/shared/prescribing/repeat-requests.contract';
import * as template from '@yunzhen/shared/prescribing/templates.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { RepeatsService } from '../repeats/repeats.service.ts';
import type { EarlierService } from './earlier.service.ts';
import type { TemplatesService } from './templates.service.ts';

/** Registers routes for starting a prescription: templates, earlier prescriptions and repeat requests. */
export function registerDraftingAidRoutes(
  routes: RouteRegistrar,
  services: { templates: TemplatesService; earlier: EarlierService; repeats: RepeatsService },
): void {
  const { templates, earlier, repeats } = services;
  routes.route(listEarlierPrescriptions, (context, { params, query }) => earlier.list(context, params.visitId, query));
  routes.route(template.listTemplates, (context, { query }) => templates.list(context, query));
  routes.route(template.createTemplate, (context, { body }) => templates.create(context, body));
  routes.route(template.removeTemplate, (context, { params }) => templates.remove(context, params.templateId));
  routes.route(repeat.askRepeat, (context, { params, body }) => repeats.ask(context, params.prescriptionId, body));
  routes.route(repeat.listRepeatRequests, (context, { query }) => repeats.list(context, query));
  routes.route(repeat.acceptRepeat, (context, { params }) => repeats.accept(context, params.requestId));
  routes.route(repeat.declineRepeat, (context, { params, body }) =>
    repeats.decline(context, params.requestId, body.reason),
  );
  routes.route(repeat.withdrawRepeat, (context, { params }) => repeats.withdraw(context, params.requestId));
}
