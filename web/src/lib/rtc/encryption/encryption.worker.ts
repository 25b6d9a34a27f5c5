import { FrameTransforms } from './frame-transforms.ts';
import { KeyAgreement } from './key-agreement.ts';
import type { Transformer, TransformScope } from './transform-scope.ts';
import type { RequestName, WorkerAnswer, WorkerRequest, WorkerRequests } from './worker-messages.ts';

/** The worker that holds the keys and that every frame of an encrypted call passes through. */
const scope = self as unknown as TransformScope;
const keys = new KeyAgreement();
const transforms = new FrameTransforms(keys, (notice) => scope.postMessage(notice));

const handlers: {
  [Name in RequestName]: (ask: WorkerRequests[Name]['ask']) => Promise<WorkerRequests[Name]['answer']>;
} = {
  begin: (self) => keys.begin(self),
  learn: (known) => keys.learn(known),
  posted: async ({ epoch, to }) => {
    keys.posted(epoch, to);
    return null;
  },
  activate: async ({ epoch }) => {
    await keys.activate(epoch);
    transforms.handleActivated();
    return null;
  },
};

async function answer({ id, name, ask }: WorkerRequest): Promise<WorkerAnswer> {
  try {
    return { id, answer: await (handlers[name] as (ask: unknown) => Promise<unknown>)(ask) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

scope.onrtctransform = ({ transformer }) => void transforms.run(transformer);
scope.onmessage = ({ data }: MessageEvent<WorkerRequest | Transformer>) => {
  if ('readable' in data) void transforms.run(data);
  else void answer(data).then((message) => scope.postMessage(message));
};
