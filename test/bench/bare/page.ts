import { Device, type types } from 'mediasoup-client';
import { io } from 'socket.io-client';

/*
 * The reference’s page, in the order of mediasoup’s documentation: load the device, create both transports, join, then produce; consumers arrive as
 * the server announces them. The socket is open before the click.
 */

const socket = io({ transports: ['websocket'] });
const picture = document.querySelector<HTMLVideoElement>('#remote');
const sound = document.querySelector<HTMLAudioElement>('#sound');
const request = (event: string, payload?: unknown) =>
  payload === undefined ? socket.emitWithAck(event) : socket.emitWithAck(event, payload);

async function join(): Promise<void> {
  const device = await Device.factory();
  await device.load({ routerRtpCapabilities: await request('getRouterRtpCapabilities') });
  const send = device.createSendTransport(await request('createWebRtcTransport', { receiving: false }));
  const receive = device.createRecvTransport(await request('createWebRtcTransport', { receiving: true }));
  for (const transport of [send, receive]) {
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      request('connectWebRtcTransport', { transportId: transport.id, dtlsParameters }).then(() => done(), failed);
    });
  }
  send.on('produce', ({ kind, rtpParameters }, done, failed) => {
    request('produce', { transportId: send.id, kind, rtpParameters }).then(done, failed);
  });
  socket.on('newConsumer', async (parameters: types.ConsumerOptions, ready: () => void) => {
    const consumer = await receive.consume(parameters);
    const element = consumer.kind === 'video' ? picture : sound;
    if (element) element.srcObject = new MediaStream([consumer.track]);
    ready();
  });
  await request('join', { rtpCapabilities: device.recvRtpCapabilities });
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: { ideal: 1 } },
    video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 }, facingMode: { ideal: 'user' } },
  });
  for (const track of stream.getTracks()) {
    await send.produce({
      track,
      ...(track.kind === 'audio'
        ? { codecOptions: { opusStereo: false, opusFec: true, opusDtx: true } }
        : { encodings: [{ maxBitrate: 1_500_000 }], codecOptions: { videoGoogleStartBitrate: 800 } }),
    });
  }
  document.body.dataset['joined'] = 'true';
}

document.querySelector('#join')?.addEventListener('click', () => void join());
socket.on('connect', () => (document.body.dataset['connected'] = 'true'));
