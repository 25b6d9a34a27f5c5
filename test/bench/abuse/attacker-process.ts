import { floods, type Target } from './floods.ts';

/** One attacker: floods as it is told, until it is told to stop, and says so when it has. */
let stop = new AbortController();
process.on('message', (order: { flood?: string; target?: Target }) => {
  const flood = floods[order.flood ?? ''];
  if (!flood || !order.target) return stop.abort();
  stop = new AbortController();
  void flood(order.target, stop.signal).finally(() => process.send?.('stopped'));
});
// What a flood leaves behind, such as a connection that is reset, is no reason to end.
process.on('uncaughtException', () => undefined);
process.on('disconnect', () => process.exit());
process.send?.('ready');
