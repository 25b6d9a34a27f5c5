import type { KeyAgreement } from './key-agreement.ts';
import type { EncodedFrame, Transformer } from './transform-scope.ts';
import type { FrameCounts, TransformOptions, WorkerNotice } from './worker-messages.ts';

const noticeEveryMs = 500;
/** Interval of key frame requests to the sender while a picture cannot be decrypted. */
const keyFrameRequestEveryMs = 1000;

/** Applies encryption to frames. Frames that cannot be encrypted are not sent; frames that cannot be decrypted are not shown. */
export class FrameTransforms {
  readonly #keys: KeyAgreement;
  readonly #tell: (notice: WorkerNotice) => void;
  readonly #counts = new Map<string, FrameCounts>();
  /** Own encoders whose frames were withheld: their next frame must be a key frame. */
  readonly #starved = new Set<Transformer>();
  #sealed = 0;
  #withheld = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(keys: KeyAgreement, tell: (notice: WorkerNotice) => void) {
    this.#keys = keys;
    this.#tell = tell;
  }

  /** Processes all frames; resolves when the sender or receiver ends. */
  async run(transformer: Transformer): Promise<void> {
    const { options } = transformer;
    const transform = options.side === 'send' ? this.#sealer(transformer, options) : this.#opener(transformer, options);
    try {
      await transformer.readable.pipeThrough(new TransformStream({ transform })).pipeTo(transformer.writable);
    } catch {
      // The transport was closed.
    } finally {
      this.#starved.delete(transformer);
    }
  }

  /** Requests key frames from encoders whose frames were withheld, now that there is a key. */
  handleActivated(): void {
    for (const transformer of this.#starved) transformer.generateKeyFrame?.().catch(() => undefined);
    this.#starved.clear();
  }

  #sealer(transformer: Transformer, { source }: TransformOptions): Transform {
    return async (frame, controller) => {
      const sealed = await this.#keys.seal(source, new Uint8Array(frame.data));
      if (sealed) {
        this.#sealed += 1;
        frame.data = sealed.buffer;
        controller.enqueue(frame);
      } else {
        this.#withheld += 1;
        if (source !== 'microphone') this.#starved.add(transformer);
      }
      this.#changed();
    };
  }

  #opener(transformer: Transformer, options: TransformOptions & { side: 'receive' }): Transform {
    const { source, participantId } = options;
    const counts = this.#countsOf(participantId, options);
    let lastRequest = -Infinity;
    return async (frame, controller) => {
      const result = await this.#keys.open(participantId, source, new Uint8Array(frame.data));
      if ('frame' in result) {
        counts.opened += 1;
        frame.data = result.frame.buffer;
        controller.enqueue(frame);
      } else {
        counts[result.refusal] += 1;
        if (source !== 'microphone' && performance.now() - lastRequest > keyFrameRequestEveryMs) {
          lastRequest = performance.now();
          transformer.sendKeyFrameRequest?.().catch(() => undefined);
        }
      }
      this.#changed();
    };
  }

  #countsOf(participantId: string, { source }: TransformOptions): FrameCounts {
    const key = `${participantId} ${source}`;
    const counts = this.#counts.get(key) ?? {
      participantId,
      source,
      opened: 0,
      'missing-key': 0,
      forged: 0,
      replayed: 0,
    };
    this.#counts.set(key, counts);
    return counts;
  }

  #changed(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#tell({ counts: [...this.#counts.values()], sealed: this.#sealed, withheld: this.#withheld });
    }, noticeEveryMs);
  }
}

type Transform = (frame: EncodedFrame, controller: TransformStreamDefaultController<EncodedFrame>) => Promise<void>;
