type Place = Pick<Location, 'protocol' | 'hostname' | 'port'>;

/** Returns whether browsers resolve names below this host to this machine, so that each person can have an address with cookies of its own. */
export const hasOwnWindows = ({ hostname }: Place): boolean =>
  hostname === 'localhost' || hostname.endsWith('.localhost');

/** Returns the name that a demo account has in an address: `doctor` of `doctor@demo.test`. */
export const windowName = (email: string): string => email.split('@')[0] ?? '';

/** Returns the address at which this person of a demo hospital is signed in at once, apart from everyone else, and sees the page `to`. */
export function demoAddress(place: Place, hospital: string, email: string, to?: string): string {
  const name = windowName(email);
  const port = place.port ? `:${place.port}` : '';
  return `${place.protocol}//${name}.${hospital}.localhost${port}/sign-in?as=${name}${to ? `&to=${encodeURIComponent(to)}` : ''}`;
}
