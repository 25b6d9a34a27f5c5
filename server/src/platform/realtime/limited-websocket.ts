import { WebSocketServer, type ServerOptions, type WebSocket } from 'ws';
import { TokenBucket } from '../limits/token-bucket.ts';

/** Pings of one connection that are answered. Browsers send none, and programs one every few seconds. */
const pings = { burst: 20, perSecond: 1 };

/** The WebSocket server of a socket server, as its option `wsEngine`. It ends connections that send more pings. */
export class LimitedWebSocketServer extends WebSocketServer {
  constructor(options: ServerOptions) {
    super({ ...options, autoPong: false });
  }

  override handleUpgrade(...[request, socket, head, done]: Parameters<WebSocketServer['handleUpgrade']>): void {
    super.handleUpgrade(request, socket, head, (connection, accepted) => {
      answerPings(connection);
      done(connection, accepted);
    });
  }
}

/** A ping has six bytes, and its answer costs a write of its own (RFC 6455 §5.5.2). */
function answerPings(connection: WebSocket): void {
  const bucket = new TokenBucket(pings, performance.now());
  connection.on('ping', (content: Buffer) => {
    if (bucket.take(performance.now())) connection.pong(content);
    else connection.terminate();
  });
}
