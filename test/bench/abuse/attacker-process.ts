import { attempts, type Target } from './attacker.ts';
import { floods } from './floods.ts';

/** The attacker process: runs the flood that it is sent until it is killed, and tells how much it has tried. */
process.on('message', (order: { flood: string; target: Target }) => {
  void floods[order.flood]?.(order.target, new AbortController().signal);
  setInterval(() => process.send?.({ attempts: attempts.count }), 250);
});
// Effects of a flood, such as a reset connection, must not end the process.
process.on('uncaughtException', () => undefined);
process.on('disconnect', () => process.exit());
process.send?.('ready');
