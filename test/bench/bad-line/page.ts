import { Device, type types } from 'mediasoup-client';
import { sendingPlans } from '../../../web/src/core/rtc/media/sending-plan.ts';
import type { Manner } from './manners.ts';

/** One end of the measured connection, controlled from outside. */
const device = new Device({ handlerName: 'Chrome111' });
let transport: types.Transport | undefined;

declare global {
  interface Window {
    /** Provided by the bench: passes a request to its node. */
    node: (event: string, payload: unknown) => Promise<never>;
    bench: typeof bench;
  }
}

function connected(made: types.Transport): types.Transport {
  made.on('connect', ({ dtlsParameters }, done, failed) => {
    window.node('connect', { transportId: made.id, dtlsParameters }).then(done, failed);
  });
  transport = made;
  return made;
}

const bench = {
  async load(routerRtpCapabilities: types.RtpCapabilities): Promise<types.RtpCapabilities> {
    if (!device.loaded) await device.load({ routerRtpCapabilities });
    return device.recvRtpCapabilities;
  },

  async send(parameters: types.TransportOptions, { layers, repairSound }: Manner): Promise<void> {
    const sending = connected(device.createSendTransport(parameters));
    sending.on('produce', ({ kind, rtpParameters }, done, failed) => {
      window.node('produce', { transportId: sending.id, kind, rtpParameters }).then(done, failed);
    });
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 1 },
      video: { width: 1280, height: 720, frameRate: 30 },
    });
    const { microphone, camera } = sendingPlans;
    for (const track of stream.getTracks()) {
      const { encodings, codecOptions } = track.kind === 'audio' ? microphone : camera;
      await sending.produce({
        track,
        encodings: track.kind === 'video' && !layers ? [{ maxBitrate: 1_500_000 }] : encodings,
        codecOptions: track.kind === 'audio' ? { ...codecOptions, opusNack: repairSound } : codecOptions,
      });
    }
  },

  async receive(parameters: types.TransportOptions): Promise<void> {
    connected(device.createRecvTransport(parameters));
  },

  /**
   * Consumes a track.
   * @param waitMs minimum milliseconds that audio waits; null leaves it to the browser
   */
  async consume(parameters: types.ConsumerOptions, waitMs: number | null): Promise<void> {
    const consumer = await transport?.consume({ ...parameters, streamId: 'person' });
    if (!consumer) return;
    if (consumer.rtpReceiver && consumer.kind === 'audio') consumer.rtpReceiver.jitterBufferTarget = waitMs;
    const element = document.createElement(consumer.kind === 'video' ? 'video' : 'audio');
    element.autoplay = true;
    element.srcObject = new MediaStream([consumer.track]);
    document.body.append(element);
  },

  async stats(): Promise<Record<string, unknown>[]> {
    return [...((await transport?.getStats())?.values() ?? [])];
  },

  close(): void {
    transport?.close();
    document.body.replaceChildren();
  },
};
window.bench = bench;
