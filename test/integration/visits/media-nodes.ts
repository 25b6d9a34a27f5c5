import { randomUUID } from 'node:crypto';
import { sendCallEvents, sendNodeHeartbeat, type CallEvent, type NodeHeartbeat } from '../../../shared/src/contract/call-nodes.ts';
import { TestClient } from '../../support/client.ts';
import type { TestApi } from '../../support/test-api.ts';

/** A media node as the api knows it: its heartbeats and its call events, with the nodes’ credential. */
export class NodeVoice {
  readonly id: string;
  readonly client: TestClient;
  incarnation = randomUUID();

  constructor(test: TestApi, id: string) {
    this.id = id;
    this.client = new TestClient(test.url, test.settings.NODE_SECRET);
  }

  /** Sends a heartbeat; answers which rooms are to close. */
  async beat(change: Partial<NodeHeartbeat> = {}): Promise<string[]> {
    const { closeVisitIds } = await this.client.ok(sendNodeHeartbeat, {
      params: { nodeId: this.id },
      body: {
        url: `http://${this.id}.test:8081`,
        incarnation: this.incarnation,
        routerRtpCapabilities: { codecs: [{ mimeType: 'audio/opus', clockRate: 48_000 }] },
        workers: 2,
        rooms: 0,
        participants: 0,
        load: 0.1,
        draining: false,
        visitIds: [],
        ...change,
      },
    });
    return closeVisitIds;
  }

  async tell(...events: CallEvent[]): Promise<number> {
    return (await this.client.ok(sendCallEvents, { params: { nodeId: this.id }, body: { events } })).applied;
  }
}

/** A call event of a visit. */
export function callEvent(
  visit: { hospitalId: string; id: string },
  type: CallEvent['type'],
  change: Partial<CallEvent> = {},
): CallEvent {
  return {
    id: randomUUID(),
    type,
    at: new Date().toISOString(),
    hospitalId: visit.hospitalId,
    visitId: visit.id,
    participantId: null,
    role: null,
    reason: null,
    code: null,
    ...change,
  };
}
