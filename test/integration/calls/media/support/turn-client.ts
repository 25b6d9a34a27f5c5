import { createHash, randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import { stunAttribute, stunMessage } from './packets.ts';

const types = { allocate: 0x0003, createPermission: 0x0008 } as const;
const attributes = {
  username: 0x0006,
  error: 0x0009,
  xorPeerAddress: 0x0012,
  realm: 0x0014,
  nonce: 0x0015,
  requestedFamily: 0x0017,
  requestedTransport: 0x0019,
} as const;

export interface TurnCredentials {
  username: string;
  credential: string;
}

/** A TURN client (RFC 8656) that can send requests no browser would send, and returns the server's answers. */
export class TurnClient {
  readonly #socket: Socket;
  readonly #server: { address: string; port: number };
  readonly #credentials: TurnCredentials;
  #realm = '';
  #nonce = '';

  private constructor(socket: Socket, server: { address: string; port: number }, credentials: TurnCredentials) {
    this.#socket = socket;
    this.#server = server;
    this.#credentials = credentials;
  }

  static async open(server: { address: string; port: number }, credentials: TurnCredentials): Promise<TurnClient> {
    const socket = createSocket('udp4');
    socket.bind(0);
    await once(socket, 'listening');
    return new TurnClient(socket, server, credentials);
  }

  /** Requests a relay over UDP or TCP of an address family. @returns 0, or the error code */
  async allocate({
    transport = 'udp',
    family = 4,
  }: { transport?: 'udp' | 'tcp'; family?: 4 | 6 } = {}): Promise<number> {
    const wishes = [
      stunAttribute(attributes.requestedTransport, Buffer.from([transport === 'udp' ? 17 : 6, 0, 0, 0])),
      stunAttribute(attributes.requestedFamily, Buffer.from([family === 4 ? 1 : 2, 0, 0, 0])),
    ];
    const challenge = parse(await this.#exchange(stunMessage(types.allocate, wishes)));
    if (challenge.code !== 401) return challenge.code;
    this.#realm = challenge.values.get(attributes.realm)?.toString() ?? '';
    this.#nonce = challenge.values.get(attributes.nonce)?.toString() ?? '';
    return this.#ask(types.allocate, wishes);
  }

  /** Requests a permission for an address. @returns 0, or the error code */
  permit(peer: string): Promise<number> {
    const transactionId = randomBytes(12);
    const address = xorAddress(peer, transactionId);
    return this.#ask(types.createPermission, [stunAttribute(attributes.xorPeerAddress, address)], transactionId);
  }

  close(): void {
    this.#socket.close();
  }

  async #ask(type: number, wishes: readonly Buffer[], transactionId = randomBytes(12)): Promise<number> {
    const { username, credential } = this.#credentials;
    const key = createHash('md5').update(`${username}:${this.#realm}:${credential}`).digest();
    const who = [
      stunAttribute(attributes.username, Buffer.from(username)),
      stunAttribute(attributes.realm, Buffer.from(this.#realm)),
      stunAttribute(attributes.nonce, Buffer.from(this.#nonce)),
    ];
    return parse(await this.#exchange(stunMessage(type, [...wishes, ...who], key, transactionId))).code;
  }

  async #exchange(request: Buffer): Promise<Buffer> {
    const answer = once(this.#socket, 'message', { signal: AbortSignal.timeout(30_000) }) as Promise<[Buffer]>;
    this.#socket.send(request, this.#server.port, this.#server.address);
    const [message] = await answer;
    return message;
  }
}

function parse(message: Buffer): { code: number; values: Map<number, Buffer> } {
  const values = new Map<number, Buffer>();
  for (let at = 20; at + 4 <= message.length;) {
    const length = message.readUInt16BE(at + 2);
    values.set(message.readUInt16BE(at), message.subarray(at + 4, at + 4 + length));
    at += 4 + length + (-length & 3);
  }
  const error = values.get(attributes.error);
  return { code: error ? error.readUInt8(2) * 100 + error.readUInt8(3) : 0, values };
}

/** Returns an XOR-PEER-ADDRESS (RFC 8489 §14.2): masked with the magic cookie, for IPv6 also with the transaction id. */
function xorAddress(peer: string, transactionId: Buffer): Buffer {
  const mask = Buffer.concat([Buffer.from([0x21, 0x12, 0xa4, 0x42]), transactionId]);
  const bytes = bytesOf(peer).map((byte, index) => byte ^ (mask[index] ?? 0));
  return Buffer.concat([Buffer.from([0, isIPv6(peer) ? 2 : 1, 0x21, 0x12]), Buffer.from(bytes)]);
}

function bytesOf(address: string): number[] {
  if (!isIPv6(address)) return address.split('.').map(Number);
  const groups = (part: string) =>
    part
      .split(':')
      .filter(Boolean)
      .flatMap((group) =>
        group.includes('.') ? group.split('.').map(Number) : [...uint16(Number.parseInt(group, 16))],
      );
  const [head = '', tail = ''] = address.split('::');
  const [before, behind] = [groups(head), groups(tail)];
  return [...before, ...Array<number>(16 - before.length - behind.length).fill(0), ...behind];
}

const uint16 = (value: number) => [value >> 8, value & 0xff] as const;
