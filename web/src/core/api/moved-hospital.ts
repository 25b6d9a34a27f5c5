import { mayLeave as mayLeaveHere } from './unsent-work.ts';

/**
 * Opens the same page at the new address of a hospital that has moved to another installation. Does nothing at that address itself, and stays while
 * this browser has work at the old one that the person wants to copy first: nothing leads back there.
 */
export async function goToMovedHospital(
  address: unknown,
  here: Pick<Location, 'origin' | 'pathname' | 'search' | 'hash' | 'replace'> = location,
  mayLeave: () => Promise<boolean> = mayLeaveHere,
): Promise<void> {
  if (typeof address !== 'string' || !URL.canParse(address)) return;
  const { origin, protocol } = new URL(address);
  if (!/^https?:$/.test(protocol) || origin === here.origin) return;
  if (await mayLeave()) here.replace(`${origin}${here.pathname}${here.search}${here.hash}`);
}
