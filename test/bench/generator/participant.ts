import type { TransportParameters } from '@yunzhen/shared/calls/call.contract';
import { GeneratorTransport, ownFingerprint } from './generator-transport.ts';
import { Stream, type StreamShape } from './stream.ts';

/** Speech with FEC, and a picture of about 1 Mbit/s, as in a visit. */
export const opusPayloadType = 111;
export const vp8PayloadType = 96;

export type Kind = 'audio' | 'video';

/**
 * `plain`: media only. `repair`: both ends may request lost packets, as browsers do, so the worker buffers what it sent. Neither estimates bandwidth,
 * so the worker sends no probes and only forwards.
 */
export type Feedback = 'plain' | 'repair';

/** Returns the feedback of a codec that this mode uses. */
export function agreed<Entry extends { readonly type: string }>(
  offered: readonly Entry[],
  feedback: Feedback,
): Entry[] {
  return feedback === 'plain' ? [] : offered.filter(({ type }) => type === 'nack');
}

export interface Sending {
  readonly kind: Kind;
  readonly rtpParameters: object;
}

let ssrc = 10_000;

/** Two transports and two streams, with the clock that drives them. */
export class Participant {
  readonly sendings: readonly Sending[];
  readonly #shapes: readonly StreamShape[];
  readonly #streams: Stream[];
  #send: GeneratorTransport | undefined;
  #receive: GeneratorTransport | undefined;
  #owed: number[];

  constructor(feedback: Feedback) {
    const audio = {
      ssrc: (ssrc += 1),
      payloadType: opusPayloadType,
      payloadBytes: 110,
      packetsPerSecond: 50,
      clockRate: 48_000,
      video: false,
    };
    const video = {
      ssrc: (ssrc += 1),
      payloadType: vp8PayloadType,
      payloadBytes: 1_050,
      packetsPerSecond: 120,
      clockRate: 90_000,
      video: true,
    };
    this.#shapes = [audio, video];
    this.#streams = this.#shapes.map((shape) => new Stream(shape));
    this.#owed = this.#shapes.map(() => 0);
    this.sendings = [
      { kind: 'audio', rtpParameters: rtpParameters('audio', audio.ssrc, feedback) },
      { kind: 'video', rtpParameters: rtpParameters('video', video.ssrc, feedback) },
    ];
  }

  /** Returns the DTLS parameters of both transports. */
  static async dtlsParameters(): Promise<{ role: 'client'; fingerprints: { algorithm: string; value: string }[] }> {
    return { role: 'client', fingerprints: [await ownFingerprint()] };
  }

  async connect(send: TransportParameters, receive: TransportParameters): Promise<void> {
    [this.#send, this.#receive] = await Promise.all([
      GeneratorTransport.connect(send),
      GeneratorTransport.connect(receive),
    ]);
  }

  /** Sends what is due within the given milliseconds. */
  advance(milliseconds: number): void {
    this.#shapes.forEach((shape, index) => {
      const stream = this.#streams[index];
      let owed = (this.#owed[index] ?? 0) + (shape.packetsPerSecond * milliseconds) / 1000;
      for (; owed >= 1; owed -= 1) if (stream) this.#send?.send(stream.next(), stream.rollovers);
      this.#owed[index] = owed;
    });
  }

  get received(): { packets: number; missing: number } {
    return { ...(this.#receive?.received ?? { packets: 0, missing: 0 }) };
  }

  close(): void {
    this.#send?.close();
    this.#receive?.close();
  }
}

function rtpParameters(kind: Kind, streamSsrc: number, feedback: Feedback): object {
  const nack = { type: 'nack', parameter: '' };
  const rtcpFeedback = agreed(kind === 'video' ? [nack, { type: 'nack', parameter: 'pli' }] : [nack], feedback);
  const codec =
    kind === 'audio'
      ? {
          mimeType: 'audio/opus',
          payloadType: opusPayloadType,
          clockRate: 48_000,
          channels: 2,
          parameters: { useinbandfec: 1 },
        }
      : { mimeType: 'video/VP8', payloadType: vp8PayloadType, clockRate: 90_000 };
  return {
    mid: kind,
    codecs: [{ ...codec, rtcpFeedback }],
    encodings: [{ ssrc: streamSsrc }],
    rtcp: { cname: 'bench' },
  };
}
