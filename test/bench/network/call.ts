import { setTimeout as delay } from 'node:timers/promises';
import type { TestPerson } from '../../support/factories.ts';
import { takeSeat } from '../soak/pairs.ts';

type Seat = Awaited<ReturnType<typeof takeSeat>>;

const stepMs = 100;
/** Of a call's rate, so that the generator leaves the machine to the programs. */
const mediaShare = 0.25;
const retryMs = 500;

/** What became of calls when their node died: milliseconds until a participant had joined again. */
export const moves: number[] = [];

/** The call of one visit: two participants who send over real media, and join again when their node is gone, as pages do. */
export class Call {
  readonly #visitId: string;
  readonly #open: { close: () => void }[];
  readonly #seats: Map<TestPerson, Seat>;

  private constructor(visitId: string, open: { close: () => void }[], seats: Map<TestPerson, Seat>) {
    this.#visitId = visitId;
    this.#open = open;
    this.#seats = seats;
  }

  /** `open` gets what the visit closes at its end. */
  static async begin(people: readonly TestPerson[], visitId: string, open: { close: () => void }[]): Promise<Call> {
    const seats = await Promise.all(
      people.map(async (person) => [person, await takeSeat(person, visitId, open)] as const),
    );
    return new Call(visitId, open, new Map(seats));
  }

  async talk(milliseconds: number): Promise<void> {
    await Promise.all(
      [...this.#seats.keys()].map(async (person) => {
        for (const end = performance.now() + milliseconds; performance.now() < end; await delay(stepMs))
          (await this.#seatOf(person)).participant.advance(stepMs * mediaShare);
      }),
    );
  }

  async leave(): Promise<void> {
    for (const { client } of this.#seats.values()) await client.ask('leave', {}).catch(() => undefined);
  }

  /** Returns a connected seat; takes another one while the node of the last one is gone. */
  async #seatOf(person: TestPerson): Promise<Seat> {
    const seat = this.#seats.get(person);
    if (seat?.client.socket.connected) return seat;
    const lostAt = performance.now();
    for (;;) {
      try {
        const next = await takeSeat(person, this.#visitId, this.#open);
        this.#seats.set(person, next);
        moves.push(performance.now() - lostAt);
        return next;
      } catch {
        await delay(retryMs);
      }
    }
  }
}
