import type { TransformOptions } from './worker-messages.ts';

type End = RTCRtpSender | RTCRtpReceiver;

interface EncodedStreams {
  readonly readable: ReadableStream;
  readonly writable: WritableStream;
}

declare class RTCRtpScriptTransform {
  constructor(worker: Worker, options: TransformOptions);
}

/**
 * How this browser gives a worker access to encoded frames. `script`: WebRTC Encoded Transform (W3C).
 * `streams`: Chromium’s predecessor, still the only one in the built-in browsers of many phones; a connection created for it passes no frame of a
 * sender or receiver whose streams were not taken.
 */
type Way = 'script' | 'streams';

/** The parts of the page’s global scope that decide the API; an insecure page has no WebCrypto. */
interface BrowserScope {
  readonly isSecureContext: boolean;
  readonly Worker?: unknown;
  readonly RTCRtpScriptTransform?: unknown;
  readonly RTCRtpSender?: { readonly prototype: object };
}

function wayOf(scope: BrowserScope): Way | null {
  if (!scope.isSecureContext || !scope.Worker || !scope.RTCRtpSender) return null;
  if (scope.RTCRtpScriptTransform) return 'script';
  return 'createEncodedStreams' in scope.RTCRtpSender.prototype ? 'streams' : null;
}

export interface TransformAttacher {
  readonly connectionSettings: Partial<RTCConfiguration>;
  attach(end: End, worker: Worker, options: TransformOptions): void;
}

/** Returns null where the browser does not support it. */
export function transformAttacher(scope: BrowserScope = globalThis): TransformAttacher | null {
  const way = wayOf(scope);
  if (way === 'script') {
    return {
      connectionSettings: {},
      attach: (end, worker, options) => {
        (end as { transform?: unknown }).transform = new RTCRtpScriptTransform(worker, options);
      },
    };
  }
  if (way === null) return null;
  return {
    connectionSettings: { encodedInsertableStreams: true } as Partial<RTCConfiguration>,
    attach: (end, worker, options) => {
      const { readable, writable } = (end as End & { createEncodedStreams(): EncodedStreams }).createEncodedStreams();
      worker.postMessage({ options, readable, writable }, [readable, writable]);
    },
  };
}
