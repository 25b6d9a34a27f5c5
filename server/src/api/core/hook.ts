import type { Tx } from '../../platform/db/transaction.ts';

/**
 * An event of an area that areas above it can handle. Calling the hook registers a handler. `run` awaits the handlers in order of registration, in
 * the transaction of the event. The first that throws rolls everything back.
 */
export interface Hook<Event extends readonly unknown[]> {
  (handler: (tx: Tx, ...event: Event) => Promise<void>): void;
  run(tx: Tx, ...event: Event): Promise<void>;
  isHandled(): boolean;
}

/** A question of an area to an area above it. Exactly one handler answers. */
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
    if (answering) throw new Error('hook already has a handler');
    answering = handler;
  };
  const ask = ((...given: never[]) => {
    if (!answering) throw new Error('hook has no handler');
    return answering(...given);
  }) as Ask;
  return Object.assign(register, { ask, isHandled: () => answering !== null });
}

/** Throws, with the names, when a declared hook has no handler. Call it once all areas are created. */
export function requireHandlers(hooksOf: Readonly<Record<string, Readonly<Record<string, { isHandled(): boolean }>>>>) {
  const missing = Object.entries(hooksOf).flatMap(([area, hooks]) =>
    Object.entries(hooks).flatMap(([name, { isHandled }]) => (isHandled() ? [] : [`${area}.${name}`])),
  );
  if (missing.length > 0) throw new Error(`hooks without a handler: ${missing.join(', ')}`);
}
