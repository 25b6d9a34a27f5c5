/**
 * After a change of network a browser may hold several connections that are dead in silence, and learns of each only when it is used. Longer than the
 * api takes to find out that a node hangs.
 */
const askAgainMs = 1_000;
const most = 4;

/**
 * Asks, and asks again in parallel while no answer comes; over HTTP/1.1 the browser then takes another connection. The first answer counts and the
 * other requests are aborted. Rejects when every request so far has failed.
 */
export async function firstAnswer<Answer>(
  ask: (signal: AbortSignal) => Promise<Answer>,
  signal: AbortSignal,
): Promise<Answer> {
  const rest = new AbortController();
  const eitherSignal = AbortSignal.any([signal, rest.signal]);
  let timer: ReturnType<typeof setInterval> | undefined;
  try {
    return await new Promise<Answer>((resolve, reject) => {
      let [asked, failed] = [0, 0];
      const askOnce = () => {
        asked += 1;
        if (asked === most) clearInterval(timer);
        ask(eitherSignal).then(resolve, (error: unknown) => {
          failed += 1;
          if (failed === asked) reject(error instanceof Error ? error : new Error('no answer', { cause: error }));
        });
      };
      timer = setInterval(askOnce, askAgainMs);
      askOnce();
    });
  } finally {
    clearInterval(timer);
    rest.abort();
  }
}
