import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CallEvent } from '../../platform/nodes/node-api.contract.ts';
import { callEvent } from '../../platform/nodes/node-api.schemas.ts';

/** A line of the journal: an event was recorded, or events have been settled (delivered or set aside). */
const journalLine = z.union([z.strictObject({ event: callEvent }), z.strictObject({ settled: z.array(z.string()) })]);

/**
 * What keeps recorded events over a crash of the process: a file of JSON lines that is only ever appended to, and emptied when
 * nothing in it is pending. Each line is handed to the operating system before the call returns; events are few (a handful a
 * call), so the synchronous write costs microseconds and leaves no gap in which a crash could lose one.
 */
export class EventJournal {
  readonly #file: number;
  readonly #asidePath: string;
  /** Events of an earlier run that are not settled, in the order of their recording. */
  readonly recovered: readonly CallEvent[];
  /** Lines that could not be read: the torn end of a crash, or somebody else's hand. */
  readonly unreadable: number;

  /** Opens the journal of a node in `directory`, which is made when it is not there. */
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
    // The next line must not become part of a torn one.
    if (text !== '' && !text.endsWith('\n')) writeSync(this.#file, '\n');
  }

  /** @throws Error when the disk refuses it */
  append(event: CallEvent): void {
    this.#write({ event });
  }

  /** Marks events as settled. With nothing left pending the file is emptied. @throws Error when the disk refuses it */
  settle(ids: readonly string[], pendingLeft: number): void {
    if (pendingLeft === 0) ftruncateSync(this.#file, 0);
    else this.#write({ settled: [...ids] });
  }

  /** Keeps an event that the api will never take, for a person to look at. @throws Error when the disk refuses it */
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
