import { newId } from '../../../server/src/platform/ids.ts';
import { TestClient } from '../../support/client.ts';
import type { TestPerson } from '../../support/factories.ts';

/** What became of the requests of one phase. */
export interface Tally {
  requests: number;
  retried: number;
  /** Without an answer, or with a server error, after one retry. */
  failed: number;
  readonly milliseconds: number[];
}

export const emptyTally = (): Tally => ({ requests: 0, retried: 0, failed: 0, milliseconds: [] });

/** Sends each command with an idempotency key and, as pages do, once more when no answer comes. */
export class RetryingClient extends TestClient {
  readonly #tally: () => Tally;

  constructor(url: string, accessToken: string, tally: () => Tally) {
    super(url, accessToken);
    this.#tally = tally;
  }

  /** Replaces the client of a person. */
  static of<Person extends TestPerson>(person: Person, url: string, tally: () => Tally): Person {
    person.client = new RetryingClient(url, person.accessToken, tally);
    return person;
  }

  override async raw(...[method, path, options = {}]: Parameters<TestClient['raw']>): Promise<Response> {
    const tally = this.#tally();
    const begun = performance.now();
    const withKey = method === 'GET' ? options : { ...options, key: options.key ?? newId() };
    const send = () => super.raw(method, path, withKey).catch(() => null);
    tally.requests += 1;
    let answer = await send();
    if (!answer || answer.status >= 500) {
      tally.retried += 1;
      answer = await send();
    }
    tally.milliseconds.push(performance.now() - begun);
    if (answer && answer.status < 500) return answer;
    tally.failed += 1;
    throw new Error(`${method} ${path}: ${answer?.status ?? 'no answer'} after a retry`);
  }
}
