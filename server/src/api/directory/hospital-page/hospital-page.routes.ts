import * as contract from '@yunzhen/shared/directory/hospital-page.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { HospitalPageService } from './hospital-page.service.ts';

export function registerHospitalPageRoutes(routes: RouteRegistrar, pages: HospitalPageService): void {
  routes.openRoute(contract.readHospitalPage, (context, { params }) => pages.read(context, params.hospital));
}
