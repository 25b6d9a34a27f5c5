import type { CallTicket } from '@yunzhen/shared/calls/call.contract';
import { CallClient } from '../../../web/src/core/rtc/session/call-client.ts';
import { makeDarkTrack } from '../../../web/src/core/rtc/media/dark-track.ts';
import { deviceLoader } from '../../../web/src/core/rtc/media/device-loader.ts';
import { createDtlsIdentity } from '../../../web/src/core/rtc/media/dtls-identity.ts';
import { NetworkWatch } from '../../../web/src/core/rtc/quality/network-watch.ts';
import { openCallSocket } from '../../../web/src/core/rtc/session/socket-link.ts';

/*
 * Each picture contains its drawing time as a row of black and white blocks, which the receiver reads. Sender and receiver are one page with one
 * clock; the picture passes once through a direct connection and once through the product’s call and media node.
 */

const width = 640;
const height = 480;
const bits = 24;
const block = 24;

/** Draws a moving picture with its time, thirty times a second. */
function clockTrack(): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  document.body.append(canvas);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no canvas');
  const draw = () => {
    const now = Math.round(performance.now());
    context.fillStyle = `hsl(${(now / 20) % 360} 40% 50%)`;
    context.fillRect(0, 0, width, height);
    for (let bit = 0; bit < bits; bit += 1) {
      context.fillStyle = (now >> bit) & 1 ? '#fff' : '#000';
      context.fillRect(bit * block, 0, block, block * 2);
    }
  };
  draw();
  setInterval(draw, 33);
  const [track] = canvas.captureStream(30).getVideoTracks();
  if (!track) throw new Error('no track');
  return track;
}

/** Returns the delays in milliseconds of the pictures of a track within the given time. */
async function delaysOf(track: MediaStreamTrack, milliseconds: number): Promise<number[]> {
  const video = document.createElement('video');
  Object.assign(video, { muted: true, playsInline: true, srcObject: new MediaStream([track]) });
  document.body.append(video);
  await video.play();
  const canvas = new OffscreenCanvas(bits * block, block * 2);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  const delays: number[] = [];
  const end = performance.now() + milliseconds;
  await new Promise<void>((resolve) => {
    const look = (now: number) => {
      // An adaptive sender may have reduced the picture size.
      const scale = video.videoWidth / width;
      context.drawImage(video, 0, 0, canvas.width * scale, canvas.height * scale, 0, 0, canvas.width, canvas.height);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      let drawn = 0;
      for (let bit = 0; bit < bits; bit += 1) {
        const at = ((block * canvas.width + bit * block + block / 2) | 0) * 4;
        if ((data[at] ?? 0) > 127) drawn |= 1 << bit;
      }
      const delay = now - drawn;
      if (delay > 0 && delay < 5_000) delays.push(delay);
      if (now < end) video.requestVideoFrameCallback(look);
      else resolve();
    };
    video.requestVideoFrameCallback(look);
  });
  video.remove();
  return delays;
}

async function direct(track: MediaStreamTrack): Promise<{ track: MediaStreamTrack; close: () => void }> {
  const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()];
  near.onicecandidate = ({ candidate }) => void far.addIceCandidate(candidate ?? undefined);
  far.onicecandidate = ({ candidate }) => void near.addIceCandidate(candidate ?? undefined);
  const arrived = new Promise<MediaStreamTrack>((resolve) => {
    far.ontrack = (event) => resolve(event.track);
  });
  const sender = near.addTrack(track, new MediaStream([track]));
  await near.setLocalDescription();
  await far.setRemoteDescription(near.localDescription as RTCSessionDescription);
  await far.setLocalDescription();
  await near.setRemoteDescription(far.localDescription as RTCSessionDescription);
  const parameters = sender.getParameters();
  for (const encoding of parameters.encodings) encoding.maxBitrate = 1_500_000;
  await sender.setParameters(parameters);
  return {
    track: await arrived,
    close: () => {
      near.close();
      far.close();
    },
  };
}

function clientOf(role: string): CallClient {
  return new CallClient({
    requestTicket: async () => (await fetch(`/ticket/${role}`)).json() as Promise<CallTicket>,
    openSocket: openCallSocket,
    loadDevice: deviceLoader(),
    identity: createDtlsIdentity,
    network: new NetworkWatch(),
    makeDarkTrack,
  });
}

async function throughNode(track: MediaStreamTrack): Promise<{ track: MediaStreamTrack; close: () => void }> {
  const [patient, doctor] = [clientOf('patient'), clientOf('doctor')];
  const arrived = new Promise<MediaStreamTrack>((resolve) => {
    doctor.on('remoteTracks', ([first]) => first && resolve(first.track));
  });
  patient.publish('camera', { track, paused: false });
  patient.join();
  doctor.join();
  return {
    track: await arrived,
    close: () => {
      patient.close();
      doctor.close();
    },
  };
}

const clock = clockTrack();

/** Runs one turn: connects, waits until the connection is stable, then reads the delays. */
async function measure(way: 'direct' | 'node', milliseconds: number): Promise<number[]> {
  const connection = await (way === 'direct' ? direct(clock.clone()) : throughNode(clock.clone()));
  await delaysOf(connection.track, 2_000);
  const delays = await delaysOf(connection.track, milliseconds);
  connection.close();
  return delays;
}

Object.assign(window, { measure });
