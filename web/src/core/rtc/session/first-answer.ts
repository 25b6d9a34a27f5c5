/** After a change of network a browser may hold several connections that are dead in silence, and learns of each only when it is used. */
const askAgainMs = 700;
const most = 6;

/**
 * Asks, and asks again in parallel while no answer comes; each time the browser takes another connection. The first answer or failure counts, and the
 * other requests are aborted.
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
      let asked = 0;
      const askOnce = () => {
        asked += 1;
        ask(eitherSignal).then(resolve, reject);
        if (asked === most) clearInterval(timer);
      };
      timer = setInterval(askOnce, askAgainMs);
      askOnce();
    });
  } finally {
    clearInterval(timer);
    rest.abort();
  }
}
