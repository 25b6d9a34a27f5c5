import { FrameTransforms } from './frame-transforms.ts';
import { KeyAgreement } from './key-agreement.ts';
import type { Transformer, TransformScope } from './transform-scope.ts';
import type { WorkerRequest } from './worker-messages.ts';
import { WorkerRequestHandler } from './worker-request-handler.ts';

/** Worker that holds the keys; every frame of an encrypted call passes through it. */
const scope = self as unknown as TransformScope;
const keys = new KeyAgreement();
const transforms = new FrameTransforms(keys, (notice) => scope.postMessage(notice));
const requests = new WorkerRequestHandler(keys, () => transforms.handleActivated());

scope.onrtctransform = ({ transformer }) => void transforms.run(transformer);
scope.onmessage = ({ data }: MessageEvent<WorkerRequest | Transformer>) => {
  if ('readable' in data) void transforms.run(data);
  else void requests.answer(data).then((message) => scope.postMessage(message));
};
