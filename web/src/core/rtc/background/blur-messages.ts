import type { Pace, PaceLimits } from './pace.ts';

/** Why there is no blurred picture (any more). `unavailable`: the program for it could not be had or broke. */
export type BlurFailure = 'unsupported' | 'too-slow' | 'unavailable';

/** Where the worker finds what it needs; all on our own origin. */
export interface BlurAssets {
  readonly runtime: string;
  readonly runtimeWasm: string;
  readonly model: string;
}

/** Frames of the camera in, blurred ones out: as streams (Chromium), or as a track that the worker opens itself (W3C). */
export type BlurInput =
  | { readonly readable: ReadableStream<VideoFrame>; readonly writable: WritableStream<VideoFrame> }
  | { readonly track: MediaStreamTrack };

export interface BlurRequest {
  readonly assets: BlurAssets;
  readonly input: BlurInput;
  readonly limits: PaceLimits;
}

export type BlurNotice =
  /** Blurred frames come out, in time. `track` where the worker made it. */
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
