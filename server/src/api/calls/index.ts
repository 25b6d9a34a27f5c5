import type { Tx } from '../../platform/db/transaction.ts';
import { CallTicketSigner } from '../../platform/tickets/call-ticket.ts';
import type { AccountsArea } from '../accounts/index.ts';
import type { AdministrationArea } from '../administration/index.ts';
import type { ApiDeps } from '../core/area-deps.ts';
import type { VisitRow, VisitsArea } from '../visits/index.ts';
import { registerCallRoutes } from './calls.routes.ts';
import { GuestDoorService } from './guests/guest-door.service.ts';
import { registerGuestRoutes } from './guests/guests.routes.ts';
import { InvitationSecrets } from './guests/invitation-secrets.ts';
import { InvitationsRepository } from './guests/invitations.repository.ts';
import { InvitationsService } from './guests/invitations.service.ts';
import { CallKeysRepository } from './keys/call-keys.repository.ts';
import { registerCallKeyRoutes } from './keys/call-keys.routes.ts';
import { CallKeysService } from './keys/call-keys.service.ts';
import { MediaNodesRepository } from './nodes/media-nodes.repository.ts';
import { MediaNodesService, type ListedNode } from './nodes/media-nodes.service.ts';
import { nodeAnswers } from './nodes/node-answers.ts';
import { NodePlacesService } from './nodes/node-places.service.ts';
import { PlacementsRepository } from './nodes/placements.repository.ts';
import { CallEventsService } from './record/call-events.service.ts';
import { CallQualityRepository } from './record/call-quality.repository.ts';
import { CallSessionsRepository } from './record/call-sessions.repository.ts';
import { CallSessionsService } from './record/call-sessions.service.ts';
import { foreignEventRecord } from './record/foreign-events.ts';
import { CallConductService } from './rooms/call-conduct.service.ts';
import { CallEndingsService } from './rooms/call-endings.service.ts';
import { CallRoomsRepository } from './rooms/call-rooms.repository.ts';
import { CallRoomsService } from './rooms/call-rooms.service.ts';
import { roomOrders } from './rooms/room-orders.ts';
import { CallTicketsService } from './tickets/call-tickets.service.ts';

export type { ListedNode } from './nodes/media-nodes.service.ts';
export { callInstruments } from './record/call-metrics.ts';
export { packCallQualityJob } from './record/pack-call-quality.job.ts';

export interface CallsDeps extends ApiDeps {
  accounts: Pick<AccountsArea, 'guests'>;
  administration: Pick<AdministrationArea, 'hospitals'>;
  visits: VisitsArea;
}

export interface CallsArea {
  /** Ends every call of the transaction’s hospital, which the operator has closed. */
  endCalls(tx: Tx): Promise<void>;
  /** Returns true while at least one media node accepts calls. */
  mediaNodeReady(): Promise<boolean>;
  /** Returns every media node that has registered. */
  mediaNodes(): Promise<ListedNode[]>;
  /** Takes a media node out of service and moves its calls, or takes it back; see `MediaNodesService`. Both return whether that changed anything. */
  drainNode(tx: Tx, nodeId: string, how: { last: boolean }): Promise<boolean>;
  releaseNode(tx: Tx, nodeId: string): Promise<boolean>;
  /** Removes an account that lost its rights from its call. */
  leave(tx: Tx, accountId: string): Promise<void>;
  /** Ends the call participations of the account’s ended sessions. */
  endStays(tx: Tx, accountId: string): Promise<void>;
  /** Audits what was only counted. */
  stop(): Promise<void>;
  /** The handlers of the visits’ hooks. */
  readonly ofVisits: {
    guests(tx: Tx, visitId: string): Promise<readonly { accountId: string }[]>;
    announceRoom(tx: Tx, visitId: string): Promise<void>;
    withdrawKeys(tx: Tx, move: { visitId: string; formerAccountId: string }): Promise<void>;
    end(tx: Tx, visit: VisitRow): Promise<void>;
  };
}

/** Creates the calls area: tickets, rooms on media nodes, guests, keys and call records. */
export function createCallsArea(deps: CallsDeps): CallsArea {
  const { transactions, routes, clock, log, settings } = deps;
  const { rows: visits } = deps.visits;
  const { hospitals } = deps.administration;
  const invitations = new InvitationsRepository();
  const roomRows = new CallRoomsRepository();
  const rooms = new CallRoomsService({ rooms: roomRows, orders: roomOrders(settings, log) });
  const keys = new CallKeysService({
    transactions,
    visits,
    invitations,
    keys: new CallKeysRepository(),
  });
  registerCallKeyRoutes(routes, keys);
  const endings = new CallEndingsService({ rows: roomRows, visits, rooms, keys });
  const guests = createGuests(deps, { invitations, rooms, keys });
  const sessionRows = new CallSessionsRepository();
  const quality = new CallQualityRepository();
  const sessions = new CallSessionsService({ sessions: sessionRows, quality });
  const nodeRows = new MediaNodesRepository();
  const placements = new PlacementsRepository();
  const nodes = new MediaNodesService({ transactions, nodes: nodeRows, rooms: roomRows, clock, log });
  const recording = { transactions, log, foreign: foreignEventRecord(transactions, log) };
  registerCallRoutes(routes, {
    tickets: new CallTicketsService({
      transactions,
      rooms: roomRows,
      invitations,
      hospitals,
      places: new NodePlacesService({ nodes: nodeRows, placements, visits }),
      nodeAnswers,
      signer: new CallTicketSigner(settings.TICKET_PRIVATE_KEY),
      clockWatch: deps.clockWatch,
      turn: { urls: settings.TURN_URLS.split(' ').filter(Boolean), secret: settings.TURN_SECRET },
    }),
    nodes,
    nodeSecret: settings.NODE_SECRET,
    events: new CallEventsService({ ...recording, visits, placements, events: sessionRows, sessions, quality }),
  });
  return {
    endCalls: (tx) => endings.closeAll(tx),
    mediaNodeReady: () => nodes.anyServing(),
    mediaNodes: () => nodes.list(),
    drainNode: (tx, nodeId, how) => nodes.drain(tx, nodeId, how),
    releaseNode: (tx, nodeId) => nodes.release(tx, nodeId),
    leave: (tx, accountId) => endings.remove(tx, accountId),
    endStays: (tx, accountId) => endings.endStays(tx, accountId),
    stop: () => recording.foreign.close(),
    ofVisits: {
      guests: (tx, visitId) => invitations.guests(tx, visitId),
      announceRoom: (tx, visitId) => rooms.announce(tx, visitId),
      withdrawKeys: (tx, { visitId, formerAccountId }) => keys.withdraw(tx, visitId, formerAccountId),
      end: async (tx, visit) => {
        await guests.endWithVisit(tx, visit);
        await sessions.endWithVisit(tx, visit);
        await keys.endWithVisit(tx, visit);
      },
    },
  };
}

/** Creates invitations and the guests’ entry. */
function createGuests(
  deps: CallsDeps,
  parts: { invitations: InvitationsRepository; rooms: CallRoomsService; keys: CallKeysService },
): InvitationsService {
  const { rows: visits, settleTransfer } = deps.visits;
  const guests = {
    ...parts,
    transactions: deps.transactions,
    visits,
    hospitals: deps.administration.hospitals,
    guests: deps.accounts.guests,
    conduct: new CallConductService({ ...parts, transactions: deps.transactions, visits, settleTransfer }),
    secrets: new InvitationSecrets(deps.settings.ACCESS_TOKEN_SECRET),
  };
  const invitations = new InvitationsService(guests);
  const door = new GuestDoorService(guests);
  registerGuestRoutes(deps.routes, { conduct: guests.conduct, invitations, door });
  return invitations;
}
