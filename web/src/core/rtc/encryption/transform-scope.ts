import type { TransformOptions } from './worker-messages.ts';

/** The used parts of the worker side of WebRTC Encoded Transform (W3C), which the page’s type library lacks. */
export interface EncodedFrame {
  data: ArrayBuffer;
}

export interface Transformer {
  readonly options: TransformOptions;
  readonly readable: ReadableStream<EncodedFrame>;
  readonly writable: WritableStream<EncodedFrame>;
  /** Requests a key frame from the local encoder. */
  generateKeyFrame?(): Promise<unknown>;
  /** Requests a key frame from the sender. */
  sendKeyFrameRequest?(): Promise<unknown>;
}

export interface TransformScope {
  onrtctransform: ((event: { readonly transformer: Transformer }) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown): void;
}
