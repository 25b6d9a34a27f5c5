/** A healthy node answers within milliseconds, and a browser waits for its ticket. */
const answerMilliseconds = 700;

/** Returns whether a media node answers at the address of its orders. */
export type NodeAnswers = (controlUrl: string) => Promise<boolean>;

export const nodeAnswers: NodeAnswers = async (controlUrl) => {
  try {
    const signal = AbortSignal.timeout(answerMilliseconds);
    const answer = await fetch(`${controlUrl}/healthz`, { signal, redirect: 'error' });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
};
