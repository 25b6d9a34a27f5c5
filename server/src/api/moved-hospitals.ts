import type { FastifyInstance } from 'fastify';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Database } from '../platform/db/data-source.ts';
import { labelOfHost } from '../platform/http/own-address.ts';

/** How often each process asks which hospitals have moved. The database refuses them at once; pages that only wait learn of it here. */
const askedMs = 2_000;

/** Addresses that name a hospital, of pages and of what is printed or in a certificate. */
const named = /^\/(?:api\/hospitals|hospitals|verify|counter|staff-invitation|pharmacy-invitation)\/([^/?]+)/;
const ofPrograms = /^\/(api|internal|socket\.io|healthz|readyz)(\/|$)/;
const ofFile = /\.[a-z0-9]+$/i;

interface Parts {
  source: Database;
  publicUrl: string;
  /** Called for a hospital that has moved since the last time. */
  left: (hospitalId: string) => void;
}

/** Leads browsers, and readers of printed codes, to the new address of a hospital that has moved to another installation. */
export function leadToMovedHospitals(server: FastifyInstance, { source, publicUrl, left }: Parts): void {
  let moved = new Map<string, MovedHospital>();
  const ask = async () => {
    const before = moved;
    moved = await readMoved(source);
    for (const [slug, { id }] of moved) if (!before.has(slug)) left(id);
  };
  // A failure shows elsewhere; until the next answer the last one counts.
  const timer = setInterval(() => void ask().catch(() => undefined), askedMs);
  timer.unref();
  server.addHook('onReady', () => ask().catch(() => undefined));
  server.addHook('onClose', () => clearInterval(timer));
  server.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return;
    const address = moved.get(hospitalOf(request.url, request.host, publicUrl) ?? '')?.address;
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

interface MovedHospital {
  id: string;
  address: string;
}

/** Returns the hospitals that have moved, by their names in addresses. */
async function readMoved(source: Database): Promise<Map<string, MovedHospital>> {
  const rows = await source.query<(MovedHospital & { slug: string })[]>(
    `SELECT id, slug, moved_to AS address FROM hospital WHERE move_state = 'moved'`,
  );
  return new Map(rows.map(({ slug, ...hospital }) => [slug, hospital]));
}
