/** Opens the same page at the new address of a hospital that has moved to another installation. Does nothing at that address itself. */
export function goToMovedHospital(
  address: unknown,
  here: Pick<Location, 'origin' | 'pathname' | 'search' | 'hash' | 'replace'> = location,
): void {
  if (typeof address !== 'string' || !URL.canParse(address)) return;
  const { origin, protocol } = new URL(address);
  if (!/^https?:$/.test(protocol) || origin === here.origin) return;
  here.replace(`${origin}${here.pathname}${here.search}${here.hash}`);
}
