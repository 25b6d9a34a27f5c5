import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

export interface Load {
  /** Requests per second. */
  readonly perSecond: number;
  /** Milliseconds of each request. */
  readonly times: readonly number[];
}

export interface Asked {
  readonly url: string;
  readonly method: string;
  readonly token: string;
  readonly body: string | null;
}

/** Sends requests with the given number of clients, without pauses, until `requests` are answered. Throws at the first unsuccessful response. */
export async function load(asked: Asked, clients: number, requests: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  let left = requests;
  const client = async () => {
    while (left-- > 0) {
      const begun = performance.now();
      await ask(asked, agent);
      times.push(performance.now() - begun);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  return { perSecond: requests / seconds, times };
}

function ask({ url, method, token, body }: Asked, agent: Agent): Promise<void> {
  return new Promise((done, failed) => {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body === null ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    };
    const sent = request(url, { method, agent, headers }, (answer) => {
      if ((answer.statusCode ?? 500) >= 300) failed(new Error(`${method} ${url}: ${answer.statusCode}`));
      answer.resume();
      answer.once('end', done);
    });
    sent.once('error', failed);
    sent.end(body ?? undefined);
  });
}
