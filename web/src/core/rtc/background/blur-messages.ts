import type { Pace, PaceLimits } from './pace.ts';

/** Why there is no blurred picture. `unavailable`: the runtime did not load or failed. */
export type BlurFailure = 'unsupported' | 'too-slow' | 'unavailable';

/** Addresses of the files that the worker loads, all on our own origin. */
export interface BlurAssets {
  readonly runtime: string;
  readonly runtimeWasm: string;
  readonly model: string;
}

/** Camera frames in, blurred frames out: as streams (Chromium), or as a track that the worker opens (W3C). */
export type BlurInput =
  | { readonly readable: ReadableStream<VideoFrame>; readonly writable: WritableStream<VideoFrame> }
  | { readonly track: MediaStreamTrack };

export interface BlurRequest {
  readonly assets: BlurAssets;
  readonly input: BlurInput;
  readonly limits: PaceLimits;
}

export type BlurNotice =
  /** Blurred frames come out in time. `track` where the worker created it. */
  | { readonly type: 'started'; readonly track?: MediaStreamTrack }
  | { readonly type: 'pace'; readonly pace: Pace }
  | { readonly type: 'ended'; readonly failure: BlurFailure };

export class BlurError extends Error {
  readonly failure: BlurFailure;

  constructor(failure: BlurFailure) {
    super(`no blurred background: ${failure}`);
    this.name = 'BlurError';
    this.failure = failure;
  }
}
