import type { Device, RtpCapabilities } from 'mediasoup-client/types';
import { CallError } from '../session/call-failure.ts';
import type { SessionOptions } from '../session/rtc-session.ts';

/**
 * Loads a mediasoup device and keeps it while the router’s capabilities stay the same: a rejoin then spares the probing
 * of the browser’s codecs.
 *
 * @param createDevice rejects with mediasoup-client’s UnsupportedError where the browser can’t do it
 */
export function deviceLoader(createDevice: () => Promise<Device> = createBrowserDevice): SessionOptions['loadDevice'] {
  let kept: { readonly key: string; readonly device: Promise<Device> } | undefined;
  return (routerRtpCapabilities) => {
    const key = JSON.stringify(routerRtpCapabilities);
    if (kept?.key !== key) {
      const device = load(createDevice, routerRtpCapabilities);
      kept = { key, device };
      device.catch(() => {
        if (kept?.device === device) kept = undefined;
      });
    }
    return kept.device;
  };
}

/** Loads the library when the first call or trial begins. A browser without WebRTC has a known name all the same. */
async function createBrowserDevice(): Promise<Device> {
  if (!('RTCPeerConnection' in globalThis)) throw new CallError('unsupported', 'this browser has no WebRTC');
  const { Device: BrowserDevice } = await import('mediasoup-client');
  return BrowserDevice.factory();
}

async function load(createDevice: () => Promise<Device>, capabilities: object): Promise<Device> {
  const device = await createDevice();
  await device.load({ routerRtpCapabilities: capabilities as RtpCapabilities });
  return device;
}
