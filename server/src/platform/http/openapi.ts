import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import swagger from '@fastify/swagger';
import reference from '@scalar/fastify-api-reference';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

/** Serves `/api/openapi.json`, built from the contracts of the registered routes, and a page at `/api/docs`. */
export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Yunzhen', description: 'The REST API of an internet hospital.', version },
      components: { securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
      security: [{ accessToken: [] }],
    },
    transform: jsonSchemaTransform,
  });
  app.get('/api/openapi.json', { schema: { hide: true } as never, config: { open: true } }, async () => app.swagger());
  await app.register(async (docs) => {
    docs.addHook('onSend', async (_request, reply, payload) => {
      if (typeof payload === 'string') allowInline(reply, payload);
    });
    await docs.register(reference, {
      routePrefix: '/api/docs',
      configuration: { url: '/api/openapi.json', withDefaultFonts: false, telemetry: false },
    });
  });
}

/** Allows the page’s own inline script by its digest, and no other. The page sets its styles at run time. */
function allowInline(reply: FastifyReply, page: string): void {
  const policy = reply.getHeader('content-security-policy');
  const script = /<script type="text\/javascript">([\s\S]*?)<\/script>/.exec(page)?.[1];
  if (typeof policy !== 'string' || script === undefined) return;
  const digest = createHash('sha256').update(script).digest('base64');
  const scripts = policy.replace("script-src 'self'", `script-src 'self' 'sha256-${digest}'`);
  reply.header('content-security-policy', scripts.replace(/style-src [^;]*/, "style-src 'self' 'unsafe-inline'"));
}
