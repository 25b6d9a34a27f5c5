import { hasOwnWindows } from './demo-address.ts';

/** What the server answers about its hospitals. */
interface Served {
  demo: boolean;
  hospitals: readonly { id: string; demoAccounts: readonly { email: string }[] }[];
}

interface SignedIn {
  email: string | null;
  hospital: { id: string };
  /** The dependant for whom the session acts. */
  acting: unknown;
}

/**
 * Returns whether a page may act in the name of the signed-in account: the server runs the demo and lists this account, and the window is on this
 * machine. Never for the account of a real person, or one that acts for a dependant.
 */
export function isDemoAccount(
  { demo, hospitals }: Served,
  account: SignedIn | null,
  place: Parameters<typeof hasOwnWindows>[0],
): boolean {
  if (!demo || !account || account.acting || !hasOwnWindows(place)) return false;
  const own = hospitals.find(({ id }) => id === account.hospital.id);
  return own?.demoAccounts.some(({ email }) => email === account.email) ?? false;
}
