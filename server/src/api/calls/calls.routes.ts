import { issueCallTicket, issueNetworkCheckTicket } from '@yunzhen/shared/calls/call.contract';
import { sendCallEvents, sendNodeHeartbeat } from '../../platform/nodes/node-api.contract.ts';
import { nodeApiSchemas } from '../../platform/nodes/node-api.schemas.ts';
import type { RouteRegistrar } from '../../platform/http/register-route.ts';
import type { CallEventsService } from './record/call-events.service.ts';
import type { CallTicketsService } from './tickets/call-tickets.service.ts';
import type { MediaNodesService } from './nodes/media-nodes.service.ts';

export function registerCallRoutes(
  routes: RouteRegistrar,
  { tickets, nodes, events }: { tickets: CallTicketsService; nodes: MediaNodesService; events: CallEventsService },
): void {
  routes.route(issueCallTicket, (context, { params }) => tickets.issue(context, params.visitId));
  routes.route(issueNetworkCheckTicket, (context) => tickets.issueForCheck(context));
  routes.include(Object.entries(nodeApiSchemas));
  routes.openRoute(sendNodeHeartbeat, (_context, { params, body }) => nodes.heartbeat(params.nodeId, body));
  routes.openRoute(sendCallEvents, (_context, { params, body }) => events.take(params.nodeId, body.events));
}
