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
 * How this browser lets a worker at encoded frames. `script`: WebRTC Encoded Transform (W3C). `streams`: what Chromium had
 * before it, still the only way in the built-in browsers of many phones; a connection that was made for it passes no frame
 * of a sender or receiver whose streams were not taken.
 */
type Way = 'script' | 'streams';

/** What of the page’s global scope tells the way; an insecure page has no WebCrypto. */
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

/** Null where the browser can’t do it. */
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
