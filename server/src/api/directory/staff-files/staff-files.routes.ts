import * as contract from '@yunzhen/shared/directory/staff-file.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { StaffFilesService } from './staff-files.service.ts';

export function registerStaffFileRoutes(routes: RouteRegistrar, files: StaffFilesService): void {
  routes.route(contract.checkStaffFile, (context, { query }, _reply, request) =>
    files.check(context, request.body as Buffer, query.locale),
  );
  routes.route(contract.importStaff, (context, { body }) => files.import(context, body));
  routes.route(contract.exportStaff, async (context, { query }, reply) => {
    const file = await files.export(context, query.locale);
    void reply
      .type('text/csv; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="staff.csv"');
    return file;
  });
}
