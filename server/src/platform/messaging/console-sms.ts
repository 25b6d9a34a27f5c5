import type { MessageChannel } from './message.ts';

/**
 * Text messages on the terminal of whoever tries the house without a gateway. Numbers and codes stand there in plain sight, which is
 * why the settings refuse it in production.
 */
export function createConsoleSms(): MessageChannel {
  return {
    send({ address, text }) {
      process.stdout.write(`Text message to ${address}: ${text}\n`);
      return Promise.resolve();
    },
  };
}
