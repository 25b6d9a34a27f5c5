import { isIP } from 'node:net';

/** One label of a host name, e.g. `wuzhen` of `wuzhen.example.org`. */
const labelForm = /^[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?$/;

/** A window of a demo: `doctor.wuzhen.localhost` has cookies of its own, so several people are signed in at the same time. */
const demoWindowForm = /^[a-z]{1,20}\./;

/**
 * Returns the label before the installation’s own name: `wuzhen` of `wuzhen.example.org` where `PUBLIC_URL` is `https://example.org`. Null at the
 * installation’s name, and at any other. On `localhost` one more label may precede it.
 */
export function labelOfHost(host: string, publicUrl: string): string | null {
  const own = new URL(publicUrl).hostname.toLowerCase();
  const name = host.toLowerCase().replace(/:\d+$/, '');
  if (!name.endsWith(`.${own}`)) return null;
  const before = name.slice(0, -own.length - 1);
  const label = own === 'localhost' ? before.replace(demoWindowForm, '') : before;
  return labelForm.test(label) ? label : null;
}

/**
 * Returns whether an origin is the installation’s, or one label before it, with the same scheme and port. `origin` is the browser’s header: `null`, a
 * path or a user in it is rejected.
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

/** Returns the address of a label; the installation’s own when that is a bare IP address, which has no labels. */
function addressOfLabel(label: string, publicUrl: string): string {
  const url = new URL(publicUrl);
  if (isIP(url.hostname.replace(/^\[|\]$/g, '')) === 0) url.hostname = `${label}.${url.hostname}`;
  return url.origin;
}

/** Returns the address of a hospital’s pages: at its label when subdomains are enabled, else at the installation’s own. */
export function pageAddress(settings: { PUBLIC_URL: string; HOSPITAL_SUBDOMAINS: boolean }, slug: string): string {
  const { PUBLIC_URL, HOSPITAL_SUBDOMAINS } = settings;
  return HOSPITAL_SUBDOMAINS ? addressOfLabel(slug, PUBLIC_URL) : PUBLIC_URL.replace(/\/$/, '');
}
