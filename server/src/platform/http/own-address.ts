import { isIP } from 'node:net';

/** One label of a name in an address, e.g. `wuzhen` of `wuzhen.example.org`. */
const labelForm = /^[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?$/;

/**
 * The label that an address has before the installation’s own name: `wuzhen` of `wuzhen.example.org` where the installation is
 * reached at `https://example.org`. Null at the own name, and at any other.
 */
export function labelOfHost(host: string, publicUrl: string): string | null {
  const own = new URL(publicUrl).hostname.toLowerCase();
  const name = host.toLowerCase().replace(/:\d+$/, '');
  if (!name.endsWith(`.${own}`)) return null;
  const label = name.slice(0, -own.length - 1);
  return labelForm.test(label) ? label : null;
}

/**
 * Whether a page of that origin is one of ours: of the installation’s own name or of one label before it, at the same scheme and
 * port. `origin` is what a browser sends: `null`, a path or a user in it make it nobody’s.
 */
export function isOwnOrigin(origin: string, publicUrl: string): boolean {
  const own = new URL(publicUrl);
  if (origin === own.origin) return true;
  const url = URL.canParse(origin) ? new URL(origin) : null;
  return (
    url?.origin === origin &&
    url.protocol === own.protocol &&
    url.port === own.port &&
    labelOfHost(url.host, publicUrl) !== null
  );
}

/** Where a label of the installation is reached; the installation itself where its name is a bare address and has no labels. */
function addressOfLabel(label: string, publicUrl: string): string {
  const url = new URL(publicUrl);
  if (isIP(url.hostname.replace(/^\[|\]$/g, '')) === 0) url.hostname = `${label}.${url.hostname}`;
  return url.origin;
}

/** Where a hospital’s pages are reached: at its label where the installation has such addresses, else at the own name. */
export function pageAddress(settings: { PUBLIC_URL: string; HOSPITAL_SUBDOMAINS: boolean }, slug: string): string {
  const { PUBLIC_URL, HOSPITAL_SUBDOMAINS } = settings;
  return HOSPITAL_SUBDOMAINS ? addressOfLabel(slug, PUBLIC_URL) : PUBLIC_URL.replace(/\/$/, '');
}
