const slugForm = /^[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?$/;

/**
 * The hospital that an address names: `wuzhen` of `wuzhen.example.org` where the installation is reached at `https://example.org`.
 * Null at the installation’s own name, and at any other.
 */
export function hospitalOfHost(host: string, publicUrl: string): string | null {
  const own = new URL(publicUrl).hostname.toLowerCase();
  const name = host.toLowerCase().replace(/:\d+$/, '');
  if (!name.endsWith(`.${own}`)) return null;
  const label = name.slice(0, -own.length - 1);
  return slugForm.test(label) ? label : null;
}
