import type { Server } from 'socket.io';
import type { CallClientToServer, CallServerToClient } from '@yunzhen/shared/calls/call.contract';
import { callNamespace } from '@yunzhen/shared/calls/call.constants';
import type { Logger } from '../../platform/logging/logger.ts';
import { SocketSession } from './socket-session.ts';
import type { AddressOf } from '../../platform/http/client-address.ts';
import type { IdleSockets } from './idle-sockets.ts';
import { handleCaptions } from './caption.handler.ts';
import { handleJoin, type JoinDependencies } from './join.handler.ts';
import { handleLeave } from './leave.handler.ts';
import { handleProducers } from './producer.handler.ts';
import { handleReception } from './reception.handler.ts';
import { handleReports } from './report.handler.ts';
import { limitEvents } from '../../platform/limits/event-rate.ts';
import { TokenBucket } from '../../platform/limits/token-bucket.ts';
import { handleTransports } from './transport.handler.ts';

export interface CallSocketDependencies extends JoinDependencies {
  addressOf: AddressOf;
  idle: IdleSockets;
}

/** A join with everything that follows it is about eight events; a person's clicks stay far below the steady rate. */
const eventRate = { burst: 60, perSecond: 20 };
/** A socket with this many rejected events is not one of our pages. */
const patience = 600;

/** Serves the call socket: anyone may connect, but only a ticket admits to a call. */
export function serveCallSocket(
  server: Server<CallClientToServer, CallServerToClient>,
  dependencies: CallSocketDependencies,
  log: Logger,
): void {
  const { addressOf, idle } = dependencies;
  server.of(callNamespace).on('connection', (socket) => {
    const bucket = new TokenBucket(eventRate, performance.now());
    limitEvents(socket, { allows: () => bucket.take(performance.now()), patience, log });
    const session = new SocketSession(socket, log);
    const address = addressOf(socket.request);
    if (address !== undefined) socket.once('disconnect', idle.add(address, session));
    handleJoin(session, dependencies);
    handleTransports(session);
    handleProducers(session);
    handleReception(session);
    handleReports(session);
    handleCaptions(session);
    handleLeave(session);
  });
}
