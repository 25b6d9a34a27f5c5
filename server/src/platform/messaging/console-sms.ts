import type { MessageChannel } from './message.ts';

/**
 * Prints text messages to the terminal when trying the product without a gateway. Numbers and codes are readable there, so the settings reject it in
 * production.
 */
export function createConsoleSms(): MessageChannel {
  return {
    send({ address, text }) {
      process.stdout.write(`Text message to ${address}: ${text}\n`);
      return Promise.resolve();
    },
  };
}
