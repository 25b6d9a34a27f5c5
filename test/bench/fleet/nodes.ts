import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { nodeKey } from '../../../server/src/platform/nodes/node-key.ts';
import { Heartbeat } from '../../../server/src/media/registration/heartbeat.ts';
import { InternalApi } from '../../../server/src/media/registration/internal-api.ts';

export interface Fleet {
  /** Milliseconds that each answered heartbeat took. */
  readonly times: number[];
  /** Why heartbeats got no answer within the node's timeout. */
  readonly failures: string[];
  /** Orders to close a room: there should be none. */
  closed(): number;
  stop(): Promise<void>;
}

/** Starts the heartbeats of media nodes without workers: the program's own, each with its calls. */
export function startFleet(
  { apiUrl, secret, intervalMs }: { apiUrl: string; secret: string; intervalMs: number },
  callsOf: ReadonlyMap<string, readonly string[]>,
): Fleet {
  const times: number[] = [];
  const failures: string[] = [];
  let closed = 0;
  const log = createLogger({ name: 'bench', level: 'silent' });
  const beats = [...callsOf].map(([nodeId, visitIds], place) => {
    const incarnation = randomUUID();
    const own = new InternalApi({ apiUrl, nodeId, credential: nodeKey(secret, nodeId) });
    const api = {
      sendHeartbeat: async (...given: Parameters<InternalApi['sendHeartbeat']>) => {
        const begun = performance.now();
        try {
          const answer = await own.sendHeartbeat(...given);
          times.push(performance.now() - begun);
          return answer;
        } catch (error) {
          // A node that stops aborts the heartbeat that it waits for.
          const [, stopped] = given;
          if (!stopped?.aborted) failures.push(String(error));
          throw error;
        }
      },
    } as InternalApi;
    return new Heartbeat({
      api,
      intervalMs,
      log,
      describe: () =>
        Promise.resolve({
          url: `https://${nodeId}.bench.test`,
          controlUrl: `http://127.0.0.1:${20_000 + place}`,
          incarnation,
          routerRtpCapabilities: { codecs: [{ mimeType: 'audio/opus', clockRate: 48_000 }] },
          workers: 4,
          rooms: visitIds.length,
          participants: 2 * visitIds.length,
          load: 0.5,
          freeVisits: 50,
          draining: false,
          visitIds: [...visitIds],
          sentAt: new Date().toISOString(),
        }),
      onOrders: (orders) => (closed += orders.filter(({ room }) => room === null).length),
      onDrain: () => undefined,
      onDuplicate: () => undefined,
      onReachable: () => undefined,
    });
  });
  for (const [place, beat] of beats.entries()) setTimeout(() => beat.start(), (place * intervalMs) / beats.length);
  return {
    times,
    failures,
    closed: () => closed,
    stop: async () => void (await Promise.all(beats.map((beat) => beat.stop()))),
  };
}
