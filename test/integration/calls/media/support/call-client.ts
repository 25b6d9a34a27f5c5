import { EventEmitter, once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import type { Ack } from '@yunzhen/shared/core/ack';
import type { CallClientToServer, CallServerToClient, JoinAnswer } from '@yunzhen/shared/calls/call.contract';
import { callNamespace } from '@yunzhen/shared/calls/call.constants';
import { routerRtpCapabilities } from '../../../../../server/src/media/codecs.ts';
import { accepted } from '../../../../support/accepted.ts';

type Push = keyof CallServerToClient;
type PushPayload<Name extends Push> = Parameters<CallServerToClient[Name]>[0];

/** A raw call socket: sends any event and stores every event it receives. */
export class CallClient {
  readonly socket: Socket<CallServerToClient, CallClientToServer>;
  readonly pushes: { name: string; payload: unknown }[] = [];
  readonly #arrivals = new EventEmitter();

  private constructor(url: string, from: string | undefined) {
    this.socket = io(url + callNamespace, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      ...(from === undefined ? {} : { extraHeaders: { 'x-forwarded-for': from } }),
    });
    this.socket.onAny((name: string, payload: unknown) => {
      this.pushes.push({ name, payload });
      this.#arrivals.emit('push');
    });
  }

  /** `from`: the client address in the header of a reverse proxy on this machine. */
  static async connect(url: string, from?: string): Promise<CallClient> {
    const client = new CallClient(url, from);
    await accepted(client.socket);
    return client;
  }

  /** Sends an event of any name with any arguments, with an acknowledgement only if one is among them. */
  emit(event: string, ...parameters: unknown[]): void {
    const emit: (name: string, ...rest: unknown[]) => unknown = this.socket.emit.bind(this.socket) as never;
    emit(event, ...parameters);
  }

  /** Sends an event of any name and payload and waits for its acknowledgement. */
  request<Value = unknown>(event: string, payload: unknown): Promise<Ack<Value>> {
    return this.socket.timeout(30_000).emitWithAck(event as 'leave', payload as never) as never;
  }

  /** Returns the value of an acknowledgement; throws when it is an error. */
  async ask<Value>(event: string, payload: unknown): Promise<Value> {
    const answer = await this.request<Value>(event, payload);
    if (!answer.ok) throw new Error(`${event} refused: ${answer.code}`);
    return answer.value;
  }

  join(ticket: string): Promise<JoinAnswer> {
    return this.ask('join', { ticket, rtpCapabilities: routerRtpCapabilities() });
  }

  /** Returns the pushes of one name so far. */
  received<Name extends Push>(name: Name): PushPayload<Name>[] {
    return this.pushes.filter((push) => push.name === name).map(({ payload }) => payload as PushPayload<Name>);
  }

  /** Resolves with the first push of a name, already received or still to come. */
  async push<Name extends Push>(
    name: Name,
    fits: (payload: PushPayload<Name>) => boolean = () => true,
  ): Promise<PushPayload<Name>> {
    for (;;) {
      const found = this.received(name).find(fits);
      if (found) return found;
      await once(this.#arrivals, 'push', { signal: AbortSignal.timeout(30_000) });
    }
  }

  /** Resolves when the server or `close` has ended the connection. */
  async closed(): Promise<void> {
    if (!this.socket.connected) return;
    await new Promise<void>((resolve) => this.socket.once('disconnect', () => resolve()));
  }

  close(): void {
    this.socket.disconnect();
  }
}
