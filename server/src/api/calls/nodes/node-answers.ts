import { timeouts } from '../../../platform/config/timeouts.ts';

/** Short, because a browser waits for its ticket. */
const answerMilliseconds = timeouts['calls.nodeAnswer'];
/** A question whose time limit comes later than this was held up by this process, and says nothing about the node. */
const lateMilliseconds = answerMilliseconds + 200;

/** Returns whether a media node answers at the address of its orders. */
export type NodeAnswers = (controlUrl: string) => Promise<boolean>;

const askOnce: NodeAnswers = async (controlUrl) => {
  try {
    const signal = AbortSignal.timeout(answerMilliseconds);
    const answer = await fetch(`${controlUrl}/healthz`, { signal, redirect: 'error' });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
};

/** Asks a node, and once more when this process was too busy to hear its answer in time. */
export function patientAnswers(ask: NodeAnswers, now: () => number): NodeAnswers {
  return async (controlUrl) => {
    const begun = now();
    if (await ask(controlUrl)) return true;
    return now() - begun > lateMilliseconds && (await ask(controlUrl));
  };
}

export const nodeAnswers = patientAnswers(askOnce, () => performance.now());
