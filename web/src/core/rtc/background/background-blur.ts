import runtime from '@litertjs/core/wasm/litert_wasm_compat_internal.js?url';
import runtimeWasm from '@litertjs/core/wasm/litert_wasm_compat_internal.wasm?url';
import model from '@mediapipe/selfie_segmentation/selfie_segmentation_landscape.tflite?url';
import { timeouts } from '../../timeouts.ts';
import { Emitter } from '../session/emitter.ts';
import { BlurError, type BlurFailure, type BlurInput, type BlurNotice } from './blur-messages.ts';
import { paceLimits, type Pace } from './pace.ts';

interface TrackProcessor {
  readonly readable: ReadableStream<VideoFrame>;
}
type TrackGenerator = MediaStreamTrack & { readonly writable: WritableStream<VideoFrame> };

/** Chromium’s insertable streams on the page. Other browsers process the track inside the worker, or not at all. */
interface BreakoutBox {
  readonly MediaStreamTrackProcessor?: new (init: { track: MediaStreamTrack; maxBufferSize: number }) => TrackProcessor;
  readonly MediaStreamTrackGenerator?: new (init: { kind: 'video' }) => TrackGenerator;
}

/** Runtime and model are several megabytes, which may load over a slow connection. */
const startDeadlineMs = timeouts['blur.start'];
/**
 * Blurs the background of a camera picture in its own worker. One object serves one camera track; the track belongs to its opener and is not changed.
 * The blurred track ends on `stop`, or when the device turns out to be too slow: it never switches to the unblurred picture.
 */
export class BackgroundBlur extends Emitter<{ pace: [Pace]; ended: [BlurFailure] }> {
  #worker: Worker | undefined;
  #output: MediaStreamTrack | undefined;
  #transferred: MediaStreamTrack | undefined;

  /** Returns whether a try is worthwhile in this browser. Whether the device is fast enough shows only after `start`. */
  static get supported(): boolean {
    const scope = globalThis as BreakoutBox;
    const onPage = scope.MediaStreamTrackProcessor !== undefined && scope.MediaStreamTrackGenerator !== undefined;
    return 'OffscreenCanvas' in globalThis && 'WebAssembly' in globalThis && (onPage || isSafari());
  }

  /**
   * Resolves with the blurred track once frames come out in time, about a second after loading.
   * Rejects with a BlurError where blur is unavailable or the device is too slow; nothing has changed then.
   */
  async start(camera: MediaStreamTrack): Promise<MediaStreamTrack> {
    if (!BackgroundBlur.supported || this.#worker) throw new BlurError('unsupported');
    const worker = new Worker(new URL('./background.worker.ts', import.meta.url));
    this.#worker = worker;
    try {
      return await this.#begin(worker, camera);
    } catch (error) {
      this.stop();
      throw error instanceof BlurError ? error : new BlurError('unavailable');
    }
  }

  /** Ends the blurred track; idempotent. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#output?.stop();
    this.#output = undefined;
    this.#transferred?.stop();
    this.#transferred = undefined;
    this.removeAllListeners();
  }

  #begin(worker: Worker, camera: MediaStreamTrack): Promise<MediaStreamTrack> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new BlurError('unavailable')), startDeadlineMs);
      const fail = (failure: BlurFailure) => {
        clearTimeout(timer);
        reject(new BlurError(failure));
        this.#end(failure);
      };
      worker.onerror = () => fail('unavailable');
      worker.onmessage = ({ data }: MessageEvent<BlurNotice>) => {
        if (data.type === 'ended') fail(data.failure);
        else if (data.type === 'pace') this.emit('pace', data.pace);
        else {
          clearTimeout(timer);
          this.#output ??= data.track;
          if (this.#output) resolve(this.#output);
        }
      };
      const { input, transfer } = this.#openInput(camera);
      worker.postMessage({ assets: absolute({ runtime, runtimeWasm, model }), input, limits: paceLimits }, transfer);
    });
  }

  #openInput(camera: MediaStreamTrack): { input: BlurInput; transfer: Transferable[] } {
    const { MediaStreamTrackProcessor, MediaStreamTrackGenerator } = globalThis as BreakoutBox;
    if (MediaStreamTrackProcessor && MediaStreamTrackGenerator) {
      const { readable } = new MediaStreamTrackProcessor({ track: camera, maxBufferSize: 1 });
      const output = new MediaStreamTrackGenerator({ kind: 'video' });
      output.contentHint = camera.contentHint;
      this.#output = output;
      return { input: { readable, writable: output.writable }, transfer: [readable, output.writable] };
    }
    const track = camera.clone();
    this.#transferred = track;
    return { input: { track }, transfer: [track as unknown as Transferable] };
  }

  #end(failure: BlurFailure): void {
    if (!this.#worker) return;
    this.emit('ended', failure);
    this.stop();
  }
}

/** Safari exposes its support inside workers only. */
function isSafari(): boolean {
  return /^Apple/.test(navigator.vendor);
}

function absolute<Addresses extends Record<string, string>>(addresses: Addresses): Addresses {
  const entries = Object.entries(addresses).map(([name, path]) => [name, new URL(path, location.href).href]);
  return Object.fromEntries(entries) as Addresses;
}
