import wrtc from '@roamhq/wrtc';
import { Device, type types } from 'mediasoup-client';
import type { ConsumerParameters, JoinAnswer, MediaSource, TransportParameters } from '@yunzhen/shared/contract/call';
import { routerRtpCapabilities } from '../../../../server/src/media/codecs.ts';
import { CallClient } from './call-client.ts';
import { stripesTrack, toneTrack, type SyntheticTrack } from './synthetic-media.ts';

const { RTCPeerConnection, MediaStream, MediaStreamTrack } = wrtc;
// mediasoup-client looks for these where a browser has them.
Object.assign(globalThis, { RTCPeerConnection, MediaStream, MediaStreamTrack });

/** What of the node's candidates the browser's network lets through. */
type Protocol = 'udp' | 'tcp';

interface Received {
  parameters: ConsumerParameters;
  consumer: types.Consumer;
}

/** A participant with real WebRTC in this process: sends a tone and moving stripes, decodes what it is sent. */
export class TestBrowser {
  readonly client: CallClient;
  readonly answer: JoinAnswer;
  readonly received: Received[] = [];
  readonly #send: types.Transport;
  readonly #receive: types.Transport;
  readonly #sources: SyntheticTrack[] = [];

  private constructor(client: CallClient, answer: JoinAnswer, device: Device, protocol: Protocol) {
    this.client = client;
    this.answer = answer;
    this.#send = device.createSendTransport(transportOptions(answer.send, protocol));
    this.#receive = device.createRecvTransport(transportOptions(answer.receive, protocol));
    for (const transport of [this.#send, this.#receive]) {
      transport.on('connect', ({ dtlsParameters }, done, failed) => {
        client.ask('connect-transport', { transportId: transport.id, dtlsParameters }).then(() => done(), failed);
      });
    }
    this.#send.on('produce', ({ rtpParameters, appData }, done, failed) => {
      client
        .ask<{ producerId: string }>('produce', {
          transportId: this.#send.id,
          source: appData['source'],
          rtpParameters,
        })
        .then(({ producerId }) => done({ id: producerId }), failed);
    });
    client.socket.on('consumer-added', (parameters) => this.#consume(parameters));
    client.socket.on('consumer-closed', ({ consumerId }) => this.#forget(consumerId));
    for (const parameters of answer.consumers) this.#consume(parameters);
  }

  static async join(url: string, ticket: string, protocol: Protocol = 'udp'): Promise<TestBrowser> {
    const device = new Device({ handlerName: 'Chrome111' });
    await device.load({ routerRtpCapabilities: routerRtpCapabilities() as types.RtpCapabilities });
    const client = await CallClient.connect(url);
    const rtpCapabilities = device.recvRtpCapabilities;
    const answer = await client.ask<JoinAnswer>('join', { ticket, rtpCapabilities });
    return new TestBrowser(client, answer, device, protocol);
  }

  /** Sends the microphone and the camera. */
  async publish(): Promise<void> {
    const tracks: [MediaSource, SyntheticTrack][] = [
      ['microphone', toneTrack()],
      ['camera', stripesTrack()],
    ];
    for (const [source, synthetic] of tracks) {
      this.#sources.push(synthetic);
      await this.#send.produce({ track: synthetic.track, appData: { source }, stopTracks: false });
    }
  }

  /** New ICE credentials on both transports, as after a change of network. */
  async restartIce(): Promise<void> {
    for (const transport of [this.#send, this.#receive]) {
      const restarted = await this.client.ask<{ iceParameters: types.IceParameters }>('restart-ice', {
        transportId: transport.id,
      });
      await transport.restartIce(restarted);
    }
  }

  /** Bytes of media that have come in so far, by kind. */
  async bytesReceived(): Promise<{ audio: number; video: number }> {
    const sum = { audio: 0, video: 0 };
    const reports = [...(await this.#receive.getStats()).values()] as {
      type: string;
      kind?: 'audio' | 'video';
      bytesReceived?: number;
    }[];
    for (const { type, kind, bytesReceived = 0 } of reports) {
      if (type === 'inbound-rtp' && kind) sum[kind] += bytesReceived;
    }
    return sum;
  }

  /** Resolves when a picture with a source has been decoded after this call. */
  async picture(): Promise<void> {
    const { consumer } = this.#of('camera');
    const sink = new wrtc.nonstandard.RTCVideoSink(consumer.track);
    await new Promise<void>((resolve) => {
      sink.onframe = () => resolve();
    });
    sink.stop();
  }

  /** Resolves when sound, not silence, has been decoded after this call. */
  async sound(): Promise<void> {
    const { consumer } = this.#of('microphone');
    const sink = new wrtc.nonstandard.RTCAudioSink(consumer.track);
    await new Promise<void>((resolve) => {
      sink.ondata = ({ samples }: { samples: Int16Array }) => {
        if (samples.some((sample) => Math.abs(sample) > 1_000)) resolve();
      };
    });
    sink.stop();
  }

  close(): void {
    for (const source of this.#sources) source.stop();
    this.#send.close();
    this.#receive.close();
    this.client.close();
  }

  #of(source: MediaSource): Received {
    const found = this.received.findLast(({ parameters }) => parameters.source === source);
    if (!found) throw new Error(`nothing of a ${source} is received`);
    return found;
  }

  #consume(parameters: ConsumerParameters): void {
    const { id, producerId, kind } = parameters;
    const rtpParameters = parameters.rtpParameters as unknown as types.RtpParameters;
    void this.#receive
      .consume({ id, producerId, kind, rtpParameters })
      .then((consumer) => this.received.push({ parameters, consumer }));
  }

  #forget(consumerId: string): void {
    const index = this.received.findIndex(({ parameters }) => parameters.id === consumerId);
    if (index >= 0) this.received.splice(index, 1)[0]?.consumer.close();
  }
}

function transportOptions(parameters: TransportParameters, protocol: Protocol): types.TransportOptions {
  const iceCandidates = parameters.iceCandidates.filter((candidate) => candidate['protocol'] === protocol);
  return { ...parameters, iceCandidates } as unknown as types.TransportOptions;
}
