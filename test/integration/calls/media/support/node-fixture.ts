import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallRole, MediaSource, RoomState, TicketPurpose } from '@yunzhen/shared/calls/call.contract';
import type { RoomOrder } from '../../../../../server/src/platform/nodes/node-api.contract.ts';
import { roomOrdersPath } from '../../../../../server/src/platform/nodes/node-api.constants.ts';
import { readConfig } from '../../../../../server/src/platform/config/config.ts';
import { mediaSettings } from '../../../../../server/src/platform/config/settings.ts';
import { newId } from '../../../../../server/src/platform/ids.ts';
import { createLogger } from '../../../../../server/src/platform/logging/logger.ts';
import { CallTicketSigner } from '../../../../../server/src/platform/tickets/call-ticket.ts';
import { MediaNode, type MediaNodeDeps } from '../../../../../server/src/media/app.ts';
import { MovableClock } from '../../../../support/clock.ts';
import { FakeApi } from './fake-api.ts';

export const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
export const publicKeyPem = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const signer = new CallTicketSigner(keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());

export interface TicketWishes {
  visitId: string;
  participantId?: string;
  sessionId?: string;
  role?: CallRole;
  publish?: MediaSource[];
  nodeId?: string;
  /** The incarnation of the node that the ticket is for; any by default. */
  incarnation?: string;
  hospitalId?: string;
  purpose?: TicketPurpose;
  /** The room's state at the time of signing; open by default. */
  room?: RoomState;
  issuedAt?: Date;
}

export const nodeId = 'node-under-test';
export const hospitalId = newId();

/** Returns a ticket signed like the api's; each property can be overridden. */
export function ticketFor(wishes: TicketWishes): string {
  const { visitId, participantId = newId(), role = 'patient', publish = ['camera', 'microphone'] } = wishes;
  const claims = {
    jti: newId(),
    sub: participantId,
    sessionId: wishes.sessionId ?? newId(),
    hospitalId: wishes.hospitalId ?? hospitalId,
    visitId,
    role,
    publish,
    purpose: wishes.purpose ?? 'call',
    ...(wishes.incarnation ? { incarnation: wishes.incarnation } : {}),
    room: wishes.room ?? { revision: 0, phase: 'open' as const },
  };
  return signer.sign(wishes.nodeId ?? nodeId, claims, wishes.issuedAt ?? new Date()).ticket;
}

/** Returns the environment of a media node that listens on free loopback ports only. */
export function nodeEnvironment(api: FakeApi, dataDirectory: string): Record<string, string> {
  const workerBin = process.env.MEDIASOUP_WORKER_BIN;
  return {
    NODE_ENV: 'test',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    DATA_DIR: dataDirectory,
    NODE_ID: nodeId,
    MEDIA_PORT: '0',
    MEDIA_METRICS_PORT: '0',
    API_URL: api.url,
    TICKET_PUBLIC_KEY: publicKeyPem,
    NODE_SECRET: api.secret,
    RTC_PORT: '0',
    RTC_LISTEN: '127.0.0.1',
    MEDIA_WORKERS: '1',
    ...(workerBin ? { MEDIASOUP_WORKER_BIN: workerBin } : {}),
  };
}

/** A media node in this process with a real worker and a fake api over real HTTP. */
export class NodeFixture {
  readonly api = new FakeApi();
  readonly clock = new MovableClock();
  #node: MediaNode | undefined;
  #directory = '';
  #port = 0;

  static async start(
    overrides: Record<string, string> = {},
    deps: Pick<MediaNodeDeps, 'sentBytes'> = {},
  ): Promise<NodeFixture> {
    const fixture = new NodeFixture();
    await fixture.api.start();
    fixture.#directory = await mkdtemp(join(tmpdir(), 'yunzhen-media-'));
    const environment = { ...nodeEnvironment(fixture.api, fixture.#directory), ...overrides };
    const settings = readConfig(mediaSettings, environment);
    const log = createLogger({ name: 'media', level: settings.LOG_LEVEL });
    fixture.#node = new MediaNode({ settings, log, clock: fixture.clock, ...deps });
    fixture.#port = await fixture.#node.start();
    return fixture;
  }

  get node(): MediaNode {
    if (!this.#node) throw new Error('the node has not been started');
    return this.#node;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Sends a room order as the api does. @returns the status of the answer */
  async order(order: RoomOrder): Promise<number> {
    const response = await fetch(this.url + roomOrdersPath, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.api.secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ orders: [order] }),
    });
    return response.status;
  }

  async stop(): Promise<void> {
    await this.#node?.close();
    await this.api.stop();
    await rm(this.#directory, { recursive: true, force: true });
  }
}
