import type { FastifyRequest } from 'fastify';
import { AppError } from '@yunzhen/shared/core/errors';
import { labelOfHost } from '../../../platform/http/own-address.ts';

/** Rejects sign-in to another hospital than the one of the address. Throws `auth.invalid-credentials`. */
export type RequireAddress = (request: FastifyRequest, slug: string) => void;

export const requireAddressAt =
  (publicUrl: string): RequireAddress =>
  (request, slug) => {
    if ((labelOfHost(request.host, publicUrl) ?? slug) !== slug)
      throw new AppError('auth.invalid-credentials', 'address belongs to another hospital');
  };
