import { atTheEnd } from '../../bench/endings.ts';

/** A measurement that starts two resources, the second of which fails to close. It then finishes, fails or waits for a signal. */
atTheEnd(() => console.log('first ended'));
atTheEnd(() => Promise.reject(new Error('does not end')));
atTheEnd(async () => {
  await new Promise((done) => setImmediate(done));
  console.log('last ended');
});
const how = process.argv[3];
if (how === 'throws') throw new Error('failed');
if (how === 'event') setImmediate(() => process.emit('uncaughtException', new Error('failed')));
console.log('started');
if (how !== 'done') await new Promise((done) => setTimeout(done, 600_000));
