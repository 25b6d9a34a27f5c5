import type { Tx } from '../../platform/db/transaction.ts';

/**
 * Something that happens in an area, for areas above it to join in. Calling it registers a handler; `run` awaits the handlers one after
 * the other, in the order of their registration and in the transaction of the event. The first that throws undoes all of it.
 */
export interface Hook<Event extends readonly unknown[]> {
  (handler: (tx: Tx, ...event: Event) => Promise<void>): void;
  run(tx: Tx, ...event: Event): Promise<void>;
  isHandled(): boolean;
}

/** Something that an area asks of an area above it. Exactly one handler answers. */
export interface AskHook<Ask extends (...given: never[]) => unknown> {
  (handler: Ask): void;
  readonly ask: Ask;
  isHandled(): boolean;
}

export function hook<Event extends readonly unknown[]>(): Hook<Event> {
  const handlers: Parameters<Hook<Event>>[0][] = [];
  const register = (handler: (typeof handlers)[number]) => void handlers.push(handler);
  const run = async (tx: Tx, ...event: Event) => {
    for (const handler of handlers) await handler(tx, ...event);
  };
  return Object.assign(register, { run, isHandled: () => handlers.length > 0 });
}

export function askHook<Ask extends (...given: never[]) => unknown>(): AskHook<Ask> {
  let answering: Ask | null = null;
  const register = (handler: Ask) => {
    if (answering) throw new Error('another handler answers already');
    answering = handler;
  };
  const ask = ((...given: never[]) => {
    if (!answering) throw new Error('no handler answers');
    return answering(...given);
  }) as Ask;
  return Object.assign(register, { ask, isHandled: () => answering !== null });
}

/** Throws, with the names, where an area declares a hook that has no handler. To be called once all areas are put together. */
export function requireHandlers(hooksOf: Readonly<Record<string, Readonly<Record<string, { isHandled(): boolean }>>>>) {
  const missing = Object.entries(hooksOf).flatMap(([area, hooks]) =>
    Object.entries(hooks).flatMap(([name, { isHandled }]) => (isHandled() ? [] : [`${area}.${name}`])),
  );
  if (missing.length > 0) throw new Error(`hooks without a handler: ${missing.join(', ')}`);
}
