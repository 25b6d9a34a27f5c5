import type { Device, RtpCapabilities } from 'mediasoup-client/types';
import { CallError } from '../session/call-failure.ts';
import type { SessionOptions } from '../session/rtc-session.ts';

/**
 * Loads a mediasoup device and caches it while the router’s capabilities stay the same, which saves probing the browser’s codecs on a rejoin.
 *
 * @param createDevice rejects with mediasoup-client’s UnsupportedError where the browser is not supported
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

/** Loads the library with the first call or device test. Even a browser without WebRTC may have a known name. */
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
