import * as contract from '@yunzhen/shared/operator/operator.contract';
import type { RouteRegistrar } from '../../platform/http/register-route.ts';
import type { OperatedHospitals } from './hospitals.service.ts';
import type { InstallationHealthService } from './health/health.service.ts';
import type { OperatedNodes } from './nodes/operated-nodes.service.ts';
import type { OperatorCookie } from './operator-cookie.ts';
import type { OperatorDoor } from './operator-door.service.ts';

interface OperatorServices {
  door: OperatorDoor;
  hospitals: OperatedHospitals;
  nodes: OperatedNodes;
  health: InstallationHealthService;
}

export function registerOperatorRoutes(
  routes: RouteRegistrar,
  cookie: OperatorCookie,
  { door, hospitals, nodes, health }: OperatorServices,
): void {
  routes.admitOperators((context, request) => door.holder(context, cookie.read(request)));
  routes.openRoute(contract.openOperatorInvitation, (context, { body }) => door.openInvitation(context, body));
  routes.openRoute(contract.acceptOperatorInvitation, async (context, { body }, reply, request) => {
    const opened = await door.accept(context, body);
    cookie.set(request, reply, opened);
    return opened.operator;
  });
  routes.openRoute(contract.openOperatorSession, async (context, { body }, reply, request) => {
    const opened = await door.signIn(context, body);
    cookie.set(request, reply, opened);
    return opened.operator;
  });
  routes.openRoute(contract.openDemoOperatorSession, async (context, _input, reply, request) => {
    const opened = await door.enterDemo(context);
    cookie.set(request, reply, opened);
    return opened.operator;
  });
  routes.operatorRoute(contract.readOperatorSession, (_context, operator) => Promise.resolve(operator));
  routes.operatorRoute(contract.endOperatorSession, async (context, operator, _input, reply, request) => {
    const presented = cookie.read(request);
    if (presented) await door.end(context, operator.id, presented.sessionId);
    cookie.clear(request, reply);
    return undefined;
  });
  routes.operatorRoute(contract.inviteOperator, (context, operator, { body }) =>
    door.inviteColleague(context, operator, body),
  );
  routes.operatorRoute(contract.listOperators, (context) => door.operators(context));
  routes.operatorRoute(contract.listOperatedHospitals, (context, operator, { query }) =>
    hospitals.list(context, operator, query),
  );
  routes.operatorRoute(contract.foundHospital, (context, operator, { body }) =>
    hospitals.found(context, operator, body),
  );
  routes.operatorRoute(contract.suspendHospital, (context, operator, { params }) =>
    hospitals.setSuspended(context, operator, params.hospitalId, true),
  );
  routes.operatorRoute(contract.resumeHospital, (context, operator, { params }) =>
    hospitals.setSuspended(context, operator, params.hospitalId, false),
  );
  routes.operatorRoute(contract.setCallPlaces, (context, operator, { params, body }) =>
    hospitals.setCallPlaces(context, operator, params.hospitalId, body.places),
  );
  routes.operatorRoute(contract.listMediaNodes, () => nodes.list());
  routes.operatorRoute(contract.drainMediaNode, (context, operator, { params, body }) =>
    nodes.drain(context, operator, params.nodeId, body),
  );
  routes.operatorRoute(contract.releaseMediaNode, (context, operator, { params }) =>
    nodes.release(context, operator, params.nodeId),
  );
  routes.operatorRoute(contract.listOperatorEvents, (context, operator, { query }) =>
    hospitals.events(context, operator, query),
  );
  routes.operatorRoute(contract.readInstallationHealth, (context, operator) => health.read(context, operator));
}
