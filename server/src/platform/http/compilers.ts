import type { FastifyServerOptions } from 'fastify';
import { zodValidator } from './validation.ts';

/**
 * The compilers of schemas for a Fastify instance. Given at its creation they replace Fastify’s own (Ajv and fast-json-stringify), which then are not
 * loaded. Bodies are our own plain JSON; a second schema pass over every response would only cost time.
 */
export const schemaController: NonNullable<FastifyServerOptions['schemaController']> = {
  compilersFactory: {
    buildValidator: () => zodValidator as never,
    buildSerializer: () => () => (body) => JSON.stringify(body),
  },
};
