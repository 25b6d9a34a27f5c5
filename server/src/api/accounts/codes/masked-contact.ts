import type { Channel } from '../../../platform/messaging/message.ts';

/** Masks a contact: recognisable to its owner, useless to others. */
export function maskedContact({ channel, address }: { channel: Channel; address: string }): string {
  if (channel === 'sms') return `•••${address.slice(-4)}`;
  const [local = '', domain = ''] = address.split('@');
  return `${local.slice(0, 1)}•••@${domain}`;
}
