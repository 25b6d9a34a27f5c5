import { answerDangerPage, readDangerPage } from '@yunzhen/shared/visits/danger-page.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { DangerPageService } from './danger-page.service.ts';

export function registerDangerPageRoutes(routes: RouteRegistrar, page: DangerPageService): void {
  routes.route(readDangerPage, (context, { query }) => page.read(context, query));
  routes.route(answerDangerPage, (context, { body }) => page.answer(context, body));
}
