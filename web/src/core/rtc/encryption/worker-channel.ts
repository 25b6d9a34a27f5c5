import { CallError } from '../session/call-failure.ts';
import { Emitter } from '../session/emitter.ts';
import {
  isNotice,
  type RequestName,
  type WorkerAnswer,
  type WorkerNotice,
  type WorkerRequests,
} from './worker-messages.ts';

/** The used part of a Worker, so that tests can replace it. */
export interface WorkerPort {
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: unknown, transfer?: Transferable[]): void;
  terminate(): void;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Sends typed requests to the encryption worker and emits its notices. */
export class WorkerChannel extends Emitter<{ notice: [WorkerNotice]; broken: [] }> {
  readonly #worker: WorkerPort;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  constructor(worker: WorkerPort) {
    super();
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<WorkerAnswer | WorkerNotice>) => {
      if (isNotice(data)) this.emit('notice', data);
      else this.#settle(data);
    };
    worker.onerror = () => {
      this.#abandon();
      this.emit('broken');
    };
  }

  /** The worker, for `new RTCRtpScriptTransform`. */
  get worker(): WorkerPort {
    return this.#worker;
  }

  request<Name extends RequestName>(
    name: Name,
    ask: WorkerRequests[Name]['ask'],
  ): Promise<WorkerRequests[Name]['answer']> {
    const id = ++this.#lastId;
    return new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, name, ask });
    }) as Promise<WorkerRequests[Name]['answer']>;
  }

  close(): void {
    this.removeAllListeners();
    this.#abandon();
    this.#worker.terminate();
  }

  #settle(message: WorkerAnswer): void {
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if ('error' in message) waiting?.reject(new Error(message.error));
    else waiting?.resolve(message.answer);
  }

  #abandon(): void {
    for (const { reject } of this.#waiting.values())
      reject(new CallError('unsupported', 'the encryption worker is gone'));
    this.#waiting.clear();
  }
}
