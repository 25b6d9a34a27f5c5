import * as contract from '@yunzhen/shared/catalogues/hospital-lists.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { ListsService } from './lists.service.ts';

export function registerListRoutes(routes: RouteRegistrar, lists: ListsService): void {
  routes.route(contract.listHospitalLists, (context, { params, query }) => lists.list(context, params.kind, query));
  routes.route(contract.listActivations, (context, { params, query }) =>
    lists.activations(context, params.kind, query),
  );
  routes.route(contract.activateHospitalList, (context, { params, body }) =>
    lists.activate(context, params.kind, body.listId),
  );
  routes.route(contract.readHospitalList, (context, { params }) => lists.read(context, params.kind, params.listId));
  routes.route(contract.uploadHospitalList, (context, { params, query }, _reply, request) =>
    lists.upload(context, params.kind, params.listId, query.fileName, request.body as Buffer),
  );
  routes.route(contract.cancelHospitalList, (context, { params }) => lists.cancel(context, params.kind, params.listId));
  routes.route(contract.listRemarks, (context, { params, query }) =>
    lists.remarks(context, params.kind, params.listId, query),
  );
}
