import type { KeyAgreement } from './key-agreement.ts';
import type { RequestName, WorkerAnswer, WorkerRequest, WorkerRequests } from './worker-messages.ts';

type Handlers = {
  [Name in RequestName]: (ask: WorkerRequests[Name]['ask']) => Promise<WorkerRequests[Name]['answer']>;
};

/** Answers the page’s requests about keys. */
export class WorkerRequestHandler {
  readonly #handlers: Handlers;

  constructor(keys: KeyAgreement, onActivated: () => void) {
    this.#handlers = {
      begin: (self) => keys.begin(self),
      learn: (known) => keys.learn(known),
      posted: async ({ epoch, to }) => {
        keys.posted(epoch, to);
        return null;
      },
      activate: async ({ epoch }) => {
        await keys.activate(epoch);
        onActivated();
        return null;
      },
    };
  }

  /** Never rejects: an error is returned as the answer. */
  async answer({ id, name, ask }: WorkerRequest): Promise<WorkerAnswer> {
    try {
      const handle = this.#handlers[name] as (ask: unknown) => Promise<unknown>;
      return { id, answer: await handle(ask) };
    } catch (error) {
      return { id, error: error instanceof Error ? error.message : String(error) };
    }
  }
}
