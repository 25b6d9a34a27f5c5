import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyReply } from 'fastify';
import fastifyStatic from '@fastify/static';
import { locales, type Locale } from '@yunzhen/shared/core/locale';
import { AppError } from '@yunzhen/shared/core/errors';
import { headedPages } from './headed-pages.ts';
import { isolatedPage } from './isolated-page.ts';
import type { PageHeadOf } from './page-head.ts';
import { allRoutes } from './request-limits.ts';

/** The only script that runs WebAssembly: the worker that blurs backgrounds, compressed or not. */
const wasmWorker = /\/assets\/background\.worker-[\w-]+\.js(\.br|\.gz)?$/;

/** A part of a page, neither document nor worker: its page’s headers apply. */
const part = /\/assets\/(?![\w-]+\.worker-)[^/]+\.(js|css|woff2)(\.br|\.gz)?$/;
const pageHeaders = [
  'content-security-policy',
  'permissions-policy',
  'cross-origin-embedder-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];

const builtApp = fileURLToPath(new URL('../../../../web/dist', import.meta.url));

/**
 * Returns name, colour and icons of the app at a hospital’s address; null at the installation’s own. `icons` is the prefix of their addresses; null
 * for the product’s.
 */
export type AppBranding = (
  host: string,
  locale: Locale,
) => Promise<{ name: string; colour: string | null; icons: string | null } | null>;

interface AppOptions {
  branding: AppBranding;
  pageHead: PageHeadOf;
  /** In a restored copy every page has its banner. Views of the public pages may be as many as requests to all routes. */
  settings: { ISOLATED: boolean; RATE_LIMIT: number };
  /** The folder of the built app, if not this project’s. */
  root?: string | undefined;
}

/**
 * Serves the built single-page app: files with hashed names for a year, any other page address as index.html. A missing file, or an address under
 * /api or /internal, is "not found", never a page.
 */
export async function serveApp(
  app: FastifyInstance,
  { branding, pageHead, settings, root = builtApp }: AppOptions,
): Promise<void> {
  const built = existsSync(root);
  const marked = built && settings.ISOLATED ? isolatedPage(readFileSync(join(root, 'index.html'), 'utf8')) : null;
  // The handlers of files and of unknown addresses return no reply: Fastify would wait for it, with more listeners than Node takes for normal.
  const page = (reply: FastifyReply) => {
    reply.header('cache-control', 'no-cache');
    if (marked === null) void reply.sendFile('index.html');
    else void reply.type('text/html').send(marked);
  };
  if (built) {
    await app.register(fastifyStatic, {
      root,
      // Its own route lists the whole folder for each file, which costs more than all the rest of an answer.
      serve: false,
      index: false,
      // The build has written .br and .gz files next to the originals, unless it was one for tests.
      preCompressed: existsSync(join(root, 'index.html.br')),
      setHeaders: (reply, path) => {
        const forEver = path.includes('/assets/');
        reply.header('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache');
        if (wasmWorker.test(path)) allowWasm(reply);
        else if (part.test(path)) forgetPageHeaders(reply);
      },
    });
    // Nothing is indexed of a copy.
    const headed = settings.ISOLATED ? null : headedPages(join(root, 'index.html'), pageHead);
    const perMinute = settings.RATE_LIMIT * allRoutes.network;
    for (const path of ['/', '/hospitals/*'])
      app.get(path, { schema: { hide: true } as never, config: { perMinute } }, async (request, reply) => {
        if (!(await headed?.(request, reply))) page(reply);
        return reply;
      });
    app.get<{ Params: { '*': string } }>('/*', { schema: { hide: true } as never }, ({ params }, reply) => {
      if (params['*'] === 'index.html') page(reply);
      else void reply.sendFile(params['*']);
    });
    for (const locale of locales) serveManifest(app, locale, branding, root);
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const isPage =
      request.method === 'GET' && !/^\/(api|internal|socket\.io)(\/|$)/.test(path) && !/\.[a-z0-9]+$/i.test(path);
    if (!built || !isPage) throw new AppError('resource.not-found', 'address not found');
    page(reply);
  });
}

/** Serves the manifest with the name, colour and icons of the hospital whose address the app is installed from. */
function serveManifest(app: FastifyInstance, locale: Locale, branding: AppBranding, root: string): void {
  const file = `${locale}.webmanifest`;
  const own = JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, unknown>;
  app.get(`/${file}`, { schema: { hide: true } as never }, async (request, reply) => {
    const hospital = await branding(request.host, locale);
    const named = hospital && { name: hospital.name, short_name: hospital.name };
    const coloured = hospital?.colour && { theme_color: hospital.colour };
    return reply
      .header('cache-control', 'no-cache')
      .type('application/manifest+json')
      .send(
        JSON.stringify({ ...own, ...named, ...coloured, ...(hospital?.icons && { icons: iconsAt(hospital.icons) }) }),
      );
  });
}

function iconsAt(base: string): object[] {
  const icon = (name: string, side: number) => ({
    src: `${base}/${name}`,
    sizes: `${side}x${side}`,
    type: 'image/png',
  });
  return [icon('192', 192), icon('512', 512), { ...icon('maskable-512', 512), purpose: 'maskable' }];
}

/** Removes page headers from small files: a kilobyte with each takes noticeable time on a mobile connection. */
function forgetPageHeaders(reply: FastifyReply): void {
  for (const name of pageHeaders) reply.removeHeader(name);
}

/** Allows WebAssembly for the worker, which has its own content security policy; the pages’ policy does not change. */
function allowWasm(reply: FastifyReply): void {
  const policy = String(reply.getHeader('content-security-policy') ?? '');
  reply.header('content-security-policy', policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"));
}
