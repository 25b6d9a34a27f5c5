import wrtc from '@roamhq/wrtc';
import { Device, type types } from 'mediasoup-client';
import type { TransportParameters } from '@yunzhen/shared/calls/call.contract';
import { routerRtpCapabilities } from '../../../../../server/src/media/codecs.ts';
import { toneTrack } from './synthetic-media.ts';

const { RTCPeerConnection, MediaStream, MediaStreamTrack } = wrtc;
Object.assign(globalThis, { RTCPeerConnection, MediaStream, MediaStreamTrack });

/**
 * A real peer connection that knows the ICE credentials of a transport and has a certificate of its own, which the node has never
 * been told of: whoever has overheard the signalling, say.
 */
export class Impostor {
  /** Every state that the connection has been in. */
  readonly states: string[] = [];
  readonly #transport: types.Transport;
  readonly #stopTone: () => void;

  private constructor(transport: types.Transport, stopTone: () => void) {
    this.#transport = transport;
    this.#stopTone = stopTone;
    transport.on('connectionstatechange', (state) => this.states.push(state));
  }

  /** Starts ICE and DTLS towards a transport that a participant sends on. */
  static async connect(parameters: TransportParameters): Promise<Impostor> {
    const device = new Device({ handlerName: 'Chrome111' });
    await device.load({ routerRtpCapabilities: routerRtpCapabilities() as types.RtpCapabilities });
    const iceCandidates = parameters.iceCandidates.filter((candidate) => candidate['protocol'] === 'udp');
    const transport = device.createSendTransport({ ...parameters, iceCandidates } as unknown as types.TransportOptions);
    transport.on('connect', (_told, done) => done());
    transport.on('produce', (_told, done) => done({ id: 'nobody-asked' }));
    const tone = toneTrack();
    const impostor = new Impostor(transport, tone.stop);
    await transport.produce({ track: tone.track, stopTracks: false });
    return impostor;
  }

  close(): void {
    this.#stopTone();
    this.#transport.close();
  }
}
