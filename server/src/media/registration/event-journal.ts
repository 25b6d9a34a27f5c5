import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CallEvent } from '../../platform/nodes/node-api.contract.ts';
import { callEvent } from '../../platform/nodes/node-api.schemas.ts';

/** A line of the journal: a recorded event, or ids of settled events (delivered or set aside). */
const journalLine = z.union([z.object({ event: callEvent }), z.object({ settled: z.array(z.string()) })]);

/**
 * Persists recorded events across a crash: an append-only file of JSON lines, emptied when nothing is pending.
 * Writes are synchronous, so that a crash cannot lose an event. There is a handful per call, so the cost is microseconds.
 */
export class EventJournal {
  readonly #file: number;
  readonly #asidePath: string;
  /** Unsettled events of an earlier run, in order of recording. */
  readonly recovered: readonly CallEvent[];
  /** Unreadable lines: the torn end after a crash, or a foreign edit. */
  readonly unreadable: number;

  /** Opens the journal of a node in `directory`, which is created if missing. */
  constructor(directory: string) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    this.#asidePath = join(directory, 'call-events.refused.jsonl');
    this.#file = openSync(join(directory, 'call-events.jsonl'), 'a+', 0o600);
    const pending = new Map<string, CallEvent>();
    let unreadable = 0;
    const text = readFileSync(this.#file, 'utf8');
    for (const line of text.split('\n').filter(Boolean)) {
      const parsed = readLine(line);
      if (!parsed) unreadable += 1;
      else if ('event' in parsed) pending.set(parsed.event.id, parsed.event);
      else for (const id of parsed.settled) pending.delete(id);
    }
    this.recovered = [...pending.values()];
    this.unreadable = unreadable;
    // Start a new line after a torn one.
    if (text !== '' && !text.endsWith('\n')) writeSync(this.#file, '\n');
  }

  /** @throws Error when the disk rejects the write */
  append(event: CallEvent): void {
    this.#write({ event });
  }

  /** Marks events as settled, and empties the file when nothing is pending. @throws Error when the disk rejects the write */
  settle(ids: readonly string[], pendingLeft: number): void {
    if (pendingLeft === 0) ftruncateSync(this.#file, 0);
    else this.#write({ settled: [...ids] });
  }

  /** Saves an event that the api will never accept, for inspection. @throws Error when the disk rejects the write */
  setAside(event: CallEvent): void {
    const file = openSync(this.#asidePath, 'a', 0o600);
    writeSync(file, `${JSON.stringify(event)}\n`);
    closeSync(file);
  }

  close(): void {
    closeSync(this.#file);
  }

  #write(line: z.input<typeof journalLine>): void {
    writeSync(this.#file, `${JSON.stringify(line)}\n`);
  }
}

function readLine(line: string): z.output<typeof journalLine> | undefined {
  try {
    return journalLine.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
