import type { TransformOptions } from './worker-messages.ts';

/** The parts of the worker’s side of WebRTC Encoded Transform (W3C) that are used; the page’s type library lacks them. */
export interface EncodedFrame {
  data: ArrayBuffer;
}

export interface Transformer {
  readonly options: TransformOptions;
  readonly readable: ReadableStream<EncodedFrame>;
  readonly writable: WritableStream<EncodedFrame>;
  /** Asks one’s own encoder for a key frame. */
  generateKeyFrame?(): Promise<unknown>;
  /** Asks the sender for one. */
  sendKeyFrameRequest?(): Promise<unknown>;
}

export interface TransformScope {
  onrtctransform: ((event: { readonly transformer: Transformer }) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown): void;
}
