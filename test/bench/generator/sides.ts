import { io, type Socket } from 'socket.io-client';
import { readFile } from 'node:fs/promises';
import { newId } from '../../../server/src/platform/ids.ts';
import { routerRtpCapabilities } from '../../../server/src/media/codecs.ts';
import { CallClient } from '../../integration/calls/media/support/call-client.ts';
import { NodeFixture, ticketFor } from '../../integration/calls/media/support/node-fixture.ts';
import type { JoinAnswer } from '@yunzhen/shared/calls/call.contract';
import { BareServer } from '../bare/server.ts';
import { agreed, Participant, type Feedback } from './participant.ts';

/** One of the two compared sides: opens visits with two participants who send and receive. */
export interface Side {
  readonly name: string;
  /** Process id of the media worker. */
  readonly workerPid: number;
  openVisit(): Promise<Participant[]>;
  /** Opens a prepared patient who waits alone; undefined when the side has no such state. */
  openWaiting?(): Promise<void>;
  cpuMilliseconds(): Promise<number>;
  /** Returns the resident memory of the worker process in bytes. */
  memory(): Promise<number>;
  close(): Promise<void>;
}

const answerMs = 20_000;

function capabilities(feedback: Feedback) {
  const codecs = routerRtpCapabilities().codecs ?? [];
  return {
    codecs: codecs.map((codec) => ({ ...codec, rtcpFeedback: agreed(codec.rtcpFeedback ?? [], feedback) })),
    headerExtensions: [],
  };
}

export async function ourSide(feedback: Feedback = 'plain'): Promise<Side> {
  const fixture = await NodeFixture.start();
  const [worker] = fixture.node.workers.workers;
  if (!worker) throw new Error('no worker');
  const clients: CallClient[] = [];

  async function join(visitId: string, role: 'patient' | 'doctor', phase: 'open' | 'waiting'): Promise<Participant> {
    const dtls = await Participant.dtlsParameters();
    const client = await CallClient.connect(fixture.url);
    clients.push(client);
    const answer = await client.ask<JoinAnswer>('join', {
      ticket: ticketFor({ visitId, role, room: { revision: 1, phase } }),
      rtpCapabilities: capabilities(feedback),
      dtls: { send: dtls, receive: dtls },
    });
    const participant = new Participant(feedback);
    await participant.connect(answer.send, answer.receive);
    for (const { kind, rtpParameters } of participant.sendings) {
      const source = kind === 'audio' ? 'microphone' : 'camera';
      await client.ask('produce', { transportId: answer.send.id, source, rtpParameters });
    }
    return participant;
  }

  return {
    name: 'yunzhen',
    workerPid: worker.pid,
    openVisit: async () => {
      const visitId = newId();
      return [await join(visitId, 'patient', 'open'), await join(visitId, 'doctor', 'open')];
    },
    openWaiting: async () => void (await join(newId(), 'patient', 'waiting')),
    cpuMilliseconds: () => worker.cpuMilliseconds(),
    memory: () => residentBytes(worker.pid),
    close: async () => {
      for (const client of clients) client.close();
      await fixture.stop();
    },
  };
}

export async function bareSide(feedback: Feedback = 'plain'): Promise<Side> {
  const server = await BareServer.start();
  const sockets: Socket[] = [];

  async function join(room: string): Promise<Participant> {
    const dtlsParameters = await Participant.dtlsParameters();
    const socket = io(server.url, { transports: ['websocket'], forceNew: true, query: { room } });
    sockets.push(socket);
    socket.on('newConsumer', (_parameters: unknown, accept: () => void) => accept());
    const ask = (event: string, payload: unknown) => socket.timeout(answerMs).emitWithAck(event, payload);
    const send = await ask('createWebRtcTransport', { receiving: false });
    const receive = await ask('createWebRtcTransport', { receiving: true });
    await ask('join', { rtpCapabilities: capabilities(feedback) });
    for (const { id } of [send, receive]) await ask('connectWebRtcTransport', { transportId: id, dtlsParameters });
    const participant = new Participant(feedback);
    await participant.connect(send, receive);
    for (const { kind, rtpParameters } of participant.sendings) {
      await ask('produce', { transportId: send.id, kind, rtpParameters });
    }
    return participant;
  }

  return {
    name: 'bare mediasoup',
    workerPid: server.worker.pid,
    openVisit: async () => {
      const room = newId();
      return [await join(room), await join(room)];
    },
    cpuMilliseconds: async () => {
      const usage = await server.worker.getResourceUsage();
      return usage.ru_utime + usage.ru_stime;
    },
    memory: () => residentBytes(server.worker.pid),
    close: async () => {
      for (const socket of sockets) socket.close();
      await server.close();
    },
  };
}

async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) * 1024;
}
