import { z } from 'zod';

/** Maximum number of preferred places of a hospital. */
export const placesLimit = 8;

/** A place of media nodes, such as a region or a data centre. */
export const placeName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/);
