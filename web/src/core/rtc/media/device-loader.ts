import type { BuiltinHandlerName, Device, HandlerFactory, RtpCapabilities } from 'mediasoup-client/types';
import { CallError } from '../session/call-failure.ts';
import type { SessionOptions } from '../session/call-session.ts';

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

/** What the library does in each kind of browser, each a file of its own. It knows one kind more, which is no browser. */
const handlers: Partial<Record<BuiltinHandlerName, () => Promise<HandlerFactory>>> = {
  Chrome111: async () => (await import('mediasoup-client/handlers/Chrome111')).Chrome111.createFactory({}),
  Chrome74: async () => (await import('mediasoup-client/handlers/Chrome74')).Chrome74.createFactory({}),
  Firefox120: async () => (await import('mediasoup-client/handlers/Firefox120')).Firefox120.createFactory({}),
  Safari12: async () => (await import('mediasoup-client/handlers/Safari12')).Safari12.createFactory({}),
};

/** Fetched when the first call or trial begins. The library goes by the browser’s name; where WebRTC was turned off or left out, the name does not tell. */
async function createBrowserDevice(): Promise<Device> {
  if (!('RTCPeerConnection' in globalThis)) throw new CallError('unsupported', 'this browser has no WebRTC');
  // Browsers of Chromium’s kind say so before the library does.
  if ('userAgentData' in navigator) handlers.Chrome111?.().catch(() => undefined);
  const { Device: BrowserDevice, detectDevice } = await import('mediasoup-client');
  const name = detectDevice();
  const fetchHandler = name && handlers[name];
  if (!fetchHandler) throw new CallError('unsupported', 'the video library does not know this browser');
  return BrowserDevice.factory({ handlerFactory: await fetchHandler() });
}

async function load(createDevice: () => Promise<Device>, capabilities: object): Promise<Device> {
  const device = await createDevice();
  await device.load({ routerRtpCapabilities: capabilities as RtpCapabilities });
  return device;
}
