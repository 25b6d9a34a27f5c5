import { floods, type Target } from './floods.ts';

/** The attacker process: runs a flood on request until it is stopped, and reports when it has stopped. */
let stop = new AbortController();
process.on('message', (order: { flood?: string; target?: Target }) => {
  const flood = floods[order.flood ?? ''];
  if (!flood || !order.target) return stop.abort();
  stop = new AbortController();
  void flood(order.target, stop.signal).finally(() => process.send?.('stopped'));
});
// Effects of a flood, such as a reset connection, must not end the process.
process.on('uncaughtException', () => undefined);
process.on('disconnect', () => process.exit());
process.send?.('ready');
