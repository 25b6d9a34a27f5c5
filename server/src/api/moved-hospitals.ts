import type { FastifyInstance } from 'fastify';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Database } from '../platform/db/data-source.ts';
import { labelOfHost } from '../platform/http/own-address.ts';

/** A move reaches every process within this time; the database refuses the hospital at once. */
const keptMs = 2_000;

/** Addresses that name a hospital, of pages and of what is printed or in a certificate. */
const named = /^\/(?:api\/hospitals|hospitals|verify|counter|staff-invitation|pharmacy-invitation)\/([^/?]+)/;
const ofPrograms = /^\/(api|internal|socket\.io|healthz|readyz)(\/|$)/;
const ofFile = /\.[a-z0-9]+$/i;

interface Parts {
  source: Database;
  publicUrl: string;
}

/** Leads browsers, and readers of printed codes, to the new address of a hospital that has moved to another installation. */
export function leadToMovedHospitals(server: FastifyInstance, { source, publicUrl }: Parts): void {
  let kept: { addresses: Promise<Map<string, string>>; until: number } | null = null;
  const addresses = () => {
    if (!kept || kept.until < performance.now()) {
      const read = readAddresses(source);
      kept = { addresses: read, until: performance.now() + keptMs };
      read.catch(() => (kept = null));
    }
    return kept.addresses;
  };
  server.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return;
    const slug = hospitalOf(request.url, request.host, publicUrl);
    // Without the database the request finds out itself.
    const address = slug === null ? undefined : (await addresses().catch(() => null))?.get(slug);
    if (address === undefined) return;
    // The router still leads here.
    if (address === `${request.protocol}://${request.host}`)
      throw new AppError('hospital.moving', 'hospital has moved, and its address still leads here', {
        facts: { retryAfterSeconds: 5 },
      });
    return reply.header('cache-control', 'no-store').redirect(`${address}${request.url}`, 308);
  });
}

/** Returns the hospital that a page or a public address names, or whose own address it is. */
function hospitalOf(url: string, host: string, publicUrl: string): string | null {
  const path = url.split('?')[0] ?? '';
  const [, slug] = named.exec(path) ?? [];
  if (slug !== undefined) return slug;
  return ofPrograms.test(path) || ofFile.test(path) ? null : labelOfHost(host, publicUrl);
}

async function readAddresses(source: Database): Promise<Map<string, string>> {
  const rows = await source.query<{ slug: string; address: string }[]>(
    `SELECT slug, moved_to AS address FROM hospital WHERE move_state = 'moved'`,
  );
  return new Map(rows.map(({ slug, address }) => [slug, address]));
}
