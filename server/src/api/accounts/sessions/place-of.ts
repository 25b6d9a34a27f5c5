import { isIP } from 'node:net';
import { plainAddress } from '../../../platform/limits/network-of.ts';

/** Returns the start of an address: enough to tell home from another town, too little to identify a household. */
export function placeOf(address: string | null): string | null {
  const plain = plainAddress(address ?? '');
  if (isIP(plain) === 4) return `${plain.split('.').slice(0, 3).join('.')}.*`;
  if (isIP(plain) !== 6) return null;
  const groups = plain.split('::')[0]?.split(':').filter(Boolean).slice(0, 3) ?? [];
  return `${groups.join(':')}:*`;
}
