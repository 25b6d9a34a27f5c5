import wrtc from '@roamhq/wrtc';
import { Device, type types } from 'mediasoup-client';
import type { TransportParameters } from '@yunzhen/shared/calls/call.contract';
import { routerRtpCapabilities } from '../../../../../server/src/media/codecs.ts';
import { toneTrack } from './synthetic-media.ts';

const { RTCPeerConnection, MediaStream, MediaStreamTrack } = wrtc;
Object.assign(globalThis, { RTCPeerConnection, MediaStream, MediaStreamTrack });

/**
 * A real peer connection with the ICE credentials of a transport and a certificate of its own that the node never received, such as an attacker who
 * read the signalling.
 */
export class Impostor {
  /** Every state that the connection had. */
  readonly states: string[] = [];
  readonly #transport: types.Transport;
  readonly #stopTone: () => void;

  private constructor(transport: types.Transport, stopTone: () => void) {
    this.#transport = transport;
    this.#stopTone = stopTone;
    transport.on('connectionstatechange', (state) => this.states.push(state));
  }

  /** Starts ICE and DTLS with a participant's sending transport. */
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
