import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { z } from 'zod';
import { StartError } from '../platform/process/start-failure.ts';

/** One byte for the kind of a frame and four for its length. */
const headBytes = 5;
const longestMessage = 64 * 1024 * 1024;
const longestChunk = 256 * 1024;

const kinds = { message: 1, bytes: 2, end: 3, beat: 4 } as const;

/** How often each side shows that it lives, and after how many of these times without a byte the connection is dead. */
const usualBeatMs = 2_000;
const silentBeats = 8;
interface Frame {
  kind: number;
  payload: Buffer;
}

/** The other side said why it does not go on. */
export class RefusedMove extends StartError {}

/** A conversation of messages and streams of bytes over one connection, one after the other. */
export class Wire {
  /** Called with what the other side does before it answers. */
  onNotice: (text: string) => void = () => undefined;
  readonly #socket: Socket;
  readonly #frames: AsyncGenerator<Frame, void>;
  #isSilent = false;

  constructor(socket: Socket, beatMs = usualBeatMs) {
    this.#socket = socket;
    this.#frames = framesOf(socket);
    const beating = setInterval(this.#beat(), beatMs);
    socket.once('close', () => clearInterval(beating));
    if (socket.destroyed) clearInterval(beating);
  }

  /** Sends a message and returns the answer. Throws `RefusedMove` when the other side refuses. */
  async ask<Answer extends z.ZodType>(message: object, answer: Answer): Promise<z.output<Answer>> {
    await this.send(message);
    return this.answer(answer);
  }

  /** Returns the next message, which must be the answer. */
  async answer<Answer extends z.ZodType>(answer: Answer): Promise<z.output<Answer>> {
    let given = await this.receive();
    for (let waits = waitsOf(given); waits !== undefined; waits = waitsOf(given)) {
      this.onNotice(waits);
      given = await this.receive();
    }
    const refused = (given as { refused?: unknown } | null)?.refused;
    if (typeof refused === 'string') throw new RefusedMove(refused);
    return answer.parse(given);
  }

  async send(message: object): Promise<void> {
    await this.#write(kinds.message, Buffer.from(JSON.stringify(message)));
  }

  /** Returns the next message. Throws when the connection has ended. */
  async receive(): Promise<unknown> {
    const { kind, payload } = await this.#next();
    if (kind !== kinds.message) throw new Error('the other side of the move sent something unexpected');
    return JSON.parse(payload.toString()) as unknown;
  }

  /** Sends everything of the stream, and that it has ended. */
  async sendBytes(chunks: AsyncIterable<Buffer>): Promise<void> {
    for await (const chunk of chunks)
      for (let at = 0; at < chunk.length; at += longestChunk)
        await this.#write(kinds.bytes, chunk.subarray(at, at + longestChunk));
    await this.#write(kinds.end, Buffer.alloc(0));
  }

  /** Yields the stream that the other side sends now, to its end. */
  async *bytes(): AsyncGenerator<Buffer, void> {
    for (;;) {
      const { kind, payload } = await this.#next();
      if (kind === kinds.end) return;
      if (kind !== kinds.bytes) throw new Error('the other side of the move sent something unexpected');
      yield payload;
    }
  }

  /** Ends the connection at once; whatever waits for the other side fails. */
  close(): void {
    this.#socket.destroy();
  }

  async #next(): Promise<Frame> {
    for (;;) {
      const { value } = await this.#frames.next().catch((error: unknown) => {
        throw this.#socket.destroyed ? this.#ended() : error;
      });
      if (!value) throw this.#ended();
      if (value.kind !== kinds.beat) return value;
    }
  }

  /** Shows that this side lives. A connection that is silent ends, so that nothing waits for a machine that has lost its power. */
  #beat(): () => void {
    const beat = headOf(kinds.beat, 0);
    let [received, silent] = [0, 0];
    return () => {
      const { bytesRead, readableLength, readableHighWaterMark, writableNeedDrain } = this.#socket;
      // While this side is too busy to read, nothing can arrive.
      silent = bytesRead !== received || readableLength >= readableHighWaterMark ? 0 : silent + 1;
      received = bytesRead;
      if (silent >= silentBeats) {
        this.#isSilent = true;
        this.#socket.destroy();
      } else if (!writableNeedDrain && this.#socket.writable) this.#socket.write(beat);
    };
  }

  #ended(): Error {
    return new Error(
      `the connection to the other installation has ended${this.#isSilent ? ', because it stopped sending' : ''}`,
    );
  }

  async #write(kind: number, payload: Buffer): Promise<void> {
    if (this.#socket.destroyed) throw this.#ended();
    this.#socket.write(headOf(kind, payload.length));
    if (this.#socket.write(payload)) return;
    const ended = new AbortController();
    const closed = once(this.#socket, 'close', { signal: ended.signal }).then(() => {
      throw this.#ended();
    });
    closed.catch(() => undefined);
    await Promise.race([once(this.#socket, 'drain', { signal: ended.signal }), closed]).finally(() => ended.abort());
  }
}

function headOf(kind: number, length: number): Buffer {
  const head = Buffer.alloc(headBytes);
  head.writeUInt8(kind);
  head.writeUInt32BE(length, 1);
  return head;
}

function waitsOf(given: unknown): string | undefined {
  const waits = (given as { waits?: unknown } | null)?.waits;
  return typeof waits === 'string' ? waits : undefined;
}

async function* framesOf(socket: Socket): AsyncGenerator<Frame, void> {
  let parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    parts.push(chunk);
    size += chunk.length;
    // Joined only when the next frame is complete: a long one arrives in many parts.
    while (size >= headBytes) {
      if ((parts[0]?.length ?? 0) < headBytes) parts = [Buffer.concat(parts)];
      const length = parts[0]?.readUInt32BE(1) ?? 0;
      if (length > longestMessage) throw new Error('the other side of the move sent something unexpected');
      if (size < headBytes + length) break;
      const all = Buffer.concat(parts);
      yield { kind: all.readUInt8(), payload: all.subarray(headBytes, headBytes + length) };
      parts = [all.subarray(headBytes + length)];
      size -= headBytes + length;
    }
  }
}
