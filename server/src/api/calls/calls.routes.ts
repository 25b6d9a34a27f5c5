import { issueCallTicket, issueNetworkCheckTicket } from '@yunzhen/shared/calls/call.contract';
import { sendCallEvents, sendNodeHeartbeat } from '../../platform/nodes/node-api.contract.ts';
import { nodeCredential } from '../../platform/nodes/node-key.ts';
import { nodeApiSchemas } from '../../platform/nodes/node-api.schemas.ts';
import type { RouteRegistrar } from '../../platform/http/register-route.ts';
import type { CallEventsService } from './record/call-events.service.ts';
import type { CallTicketsService } from './tickets/call-tickets.service.ts';
import type { MediaNodesService } from './nodes/media-nodes.service.ts';

export function registerCallRoutes(
  routes: RouteRegistrar,
  {
    tickets,
    nodes,
    nodeSecret,
    events,
  }: { tickets: CallTicketsService; nodes: MediaNodesService; nodeSecret: string; events: CallEventsService },
): void {
  routes.route(issueCallTicket, (context, { params }) => tickets.issue(context, params.visitId));
  routes.route(issueNetworkCheckTicket, (context) => tickets.issueForCheck(context));
  routes.include(Object.entries(nodeApiSchemas));
  routes.openRoute(sendNodeHeartbeat, (_context, { params, body }, _reply, request) => {
    const credential = nodeCredential(request.headers.authorization, nodeSecret, params.nodeId);
    return nodes.heartbeat(params.nodeId, body, credential ?? 'shared');
  });
  routes.openRoute(sendCallEvents, (_context, { params, body }) => events.take(params.nodeId, body));
}
