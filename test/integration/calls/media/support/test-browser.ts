import wrtc from '@roamhq/wrtc';
import { Device, type types } from 'mediasoup-client';
import type {
  CallTicket,
  ConsumerParameters,
  JoinAnswer,
  MediaSource,
  ResumeAnswer,
  TransportParameters,
} from '@yunzhen/shared/calls/call.contract';
import { routerRtpCapabilities } from '../../../../../server/src/media/codecs.ts';
import { CallClient } from './call-client.ts';
import { stripesTrack, toneTrack, type SyntheticTrack } from './synthetic-media.ts';

const { RTCPeerConnection, MediaStream, MediaStreamTrack } = wrtc;
// mediasoup-client expects these globals of a browser.
Object.assign(globalThis, { RTCPeerConnection, MediaStream, MediaStreamTrack });

/** The candidates that the browser's network lets through; with TURN servers only relayed ones. */
type Protocol = 'udp' | 'tcp' | CallTicket['iceServers'];

/** mediasoup probes the bandwidth with padding under this SSRC: it is no participant's media. */
const PROBATION_SSRC = 1234;

interface InboundRtp {
  ssrc: number;
  kind: 'audio' | 'video';
  bytesReceived: number;
}

interface Received {
  parameters: ConsumerParameters;
  consumer: types.Consumer;
}

/** A participant with real WebRTC in this process: sends a tone and moving stripes, decodes what it receives. */
export class TestBrowser {
  client: CallClient;
  /** The latest answer to a join or a rebuild. */
  answer: JoinAnswer;
  readonly received: Received[] = [];
  readonly #url: string;
  readonly #device: Device;
  readonly #protocol: Protocol;
  #send: types.Transport;
  #receive: types.Transport;
  #resumeToken: string;
  readonly #sources: SyntheticTrack[] = [];
  #cameraEncodings: types.RtpEncodingParameters[] = [];

  private constructor(url: string, client: CallClient, answer: JoinAnswer, device: Device, protocol: Protocol) {
    this.#url = url;
    this.client = client;
    this.answer = answer;
    this.#device = device;
    this.#protocol = protocol;
    this.#resumeToken = answer.resumeToken;
    this.#send = this.#sendTransport();
    this.#receive = this.#receiveTransport();
    // Others may have been added since the answer was sent.
    for (const parameters of [...answer.consumers, ...client.received('consumer-added')]) this.#consume(parameters);
    this.#listen();
  }

  static async join(url: string, ticket: string, protocol: Protocol = 'udp'): Promise<TestBrowser> {
    const device = new Device({ handlerName: 'Chrome111' });
    await device.load({ routerRtpCapabilities: routerRtpCapabilities() as types.RtpCapabilities });
    const client = await CallClient.connect(url);
    const rtpCapabilities = device.recvRtpCapabilities;
    const answer = await client.ask<JoinAnswer>('join', { ticket, rtpCapabilities });
    return new TestBrowser(url, client, answer, device, protocol);
  }

  /** Sends the microphone and the camera, the camera in the given encodings. */
  async publish(camera = stripesTrack(), ...cameraEncodings: types.RtpEncodingParameters[]): Promise<void> {
    this.#sources.push(toneTrack(), camera);
    this.#cameraEncodings = cameraEncodings;
    await this.#produceAll();
  }

  /** Resumes the peer over a new socket, with new ICE credentials on both transports. */
  async resume(): Promise<ResumeAnswer> {
    const client = await CallClient.connect(this.#url);
    const answer = await client.ask<ResumeAnswer>('resume', { resumeToken: this.#resumeToken });
    this.client.close();
    this.client = client;
    this.#resumeToken = answer.resumeToken;
    // As in the pages: first the consumers of the answer, then those that were added since.
    const kept = new Set(answer.consumers.map(({ id }) => id));
    for (const { parameters } of [...this.received]) if (!kept.has(parameters.id)) this.#forget(parameters.id);
    const known = new Set(this.received.map(({ parameters }) => parameters.id));
    for (const parameters of answer.consumers) if (!known.has(parameters.id)) this.#consume(parameters);
    for (const parameters of client.received('consumer-added')) this.#consume(parameters);
    this.#listen();
    await this.#send.restartIce({ iceParameters: answer.send.iceParameters as unknown as types.IceParameters });
    await this.#receive.restartIce({ iceParameters: answer.receive.iceParameters as unknown as types.IceParameters });
    return answer;
  }

  /** Rebuilds the transports of the same peer and sends the same media again. */
  async rebuild(): Promise<JoinAnswer> {
    const before = [this.#send, this.#receive];
    this.answer = await this.client.ask<JoinAnswer>('rebuild-transports', {
      rtpCapabilities: this.#device.recvRtpCapabilities,
    });
    for (const transport of before) transport.close();
    this.received.length = 0;
    this.#resumeToken = this.answer.resumeToken;
    this.#send = this.#sendTransport();
    this.#receive = this.#receiveTransport();
    for (const parameters of this.answer.consumers) this.#consume(parameters);
    if (this.#sources.length > 0) await this.#produceAll();
    return this.answer;
  }

  /** Requests new ICE credentials on both transports, as after a change of network. */
  async restartIce(): Promise<void> {
    for (const transport of [this.#send, this.#receive]) {
      const restarted = await this.client.ask<{ iceParameters: types.IceParameters }>('restart-ice', {
        transportId: transport.id,
      });
      await transport.restartIce(restarted);
    }
  }

  /** Returns the bytes of media received so far, by kind. */
  async bytesReceived(): Promise<{ audio: number; video: number }> {
    const sum = { audio: 0, video: 0 };
    for (const { kind, bytesReceived } of await this.#inbound()) sum[kind] += bytesReceived;
    return sum;
  }

  /** Returns the bytes of media received so far from one other participant. */
  async bytesFrom(participantId: string): Promise<number> {
    const theirs = this.received.filter(({ parameters }) => parameters.participantId === participantId);
    const ssrcs = new Set(theirs.map(({ consumer }) => consumer.rtpParameters.encodings?.[0]?.ssrc));
    const inbound = await this.#inbound();
    return inbound.reduce((sum, { ssrc, bytesReceived }) => sum + (ssrcs.has(ssrc) ? bytesReceived : 0), 0);
  }

  /** Resolves when a picture with content has been decoded after this call. */
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

  async #inbound(): Promise<InboundRtp[]> {
    const reports = [...(await this.#receive.getStats()).values()] as (InboundRtp & { type: string })[];
    return reports.filter(({ type, ssrc }) => type === 'inbound-rtp' && ssrc !== PROBATION_SSRC);
  }

  async #produceAll(): Promise<void> {
    for (const { track } of this.#sources) {
      const source: MediaSource = track.kind === 'audio' ? 'microphone' : 'camera';
      const encodings = source === 'camera' ? { encodings: this.#cameraEncodings } : {};
      await this.#send.produce({ track, appData: { source }, stopTracks: false, ...encodings });
    }
  }

  #sendTransport(): types.Transport {
    const transport = this.#device.createSendTransport(transportOptions(this.answer.send, this.#protocol));
    transport.on('produce', ({ rtpParameters, appData }, done, failed) => {
      this.client
        .ask<{ producerId: string }>('produce', {
          transportId: transport.id,
          source: appData['source'],
          rtpParameters,
        })
        .then(({ producerId }) => done({ id: producerId }), failed);
    });
    return this.#connecting(transport);
  }

  #receiveTransport(): types.Transport {
    return this.#connecting(this.#device.createRecvTransport(transportOptions(this.answer.receive, this.#protocol)));
  }

  #connecting(transport: types.Transport): types.Transport {
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      this.client.ask('connect-transport', { transportId: transport.id, dtlsParameters }).then(() => done(), failed);
    });
    return transport;
  }

  #listen(): void {
    this.client.socket.on('consumer-added', (parameters) => this.#consume(parameters));
    this.client.socket.on('consumer-closed', ({ consumerId }) => this.#forget(consumerId));
  }

  #of(source: MediaSource): Received {
    const found = this.received.findLast(({ parameters }) => parameters.source === source);
    if (!found) throw new Error(`no ${source} is received`);
    return found;
  }

  #consume(parameters: ConsumerParameters): void {
    const { id, producerId, kind } = parameters;
    const rtpParameters = parameters.rtpParameters as unknown as types.RtpParameters;
    const transport = this.#receive;
    transport.consume({ id, producerId, kind, rtpParameters }).then(
      (consumer) => transport === this.#receive && this.received.push({ parameters, consumer }),
      (error: unknown) => {
        // Closed midway: by the end of the test, or to open a new one.
        if (!transport.closed) throw error;
      },
    );
  }

  #forget(consumerId: string): void {
    const index = this.received.findIndex(({ parameters }) => parameters.id === consumerId);
    if (index >= 0) this.received.splice(index, 1)[0]?.consumer.close();
  }
}

function transportOptions(parameters: TransportParameters, protocol: Protocol): types.TransportOptions {
  const [wanted, relay] =
    typeof protocol === 'string' ? [protocol, {}] : ['udp', { iceServers: protocol, iceTransportPolicy: 'relay' }];
  const iceCandidates = parameters.iceCandidates.filter((candidate) => candidate['protocol'] === wanted);
  return { ...parameters, iceCandidates, ...relay } as unknown as types.TransportOptions;
}
