import { z } from 'zod';

/** `NODE_ID` of a media node. */
export const mediaNodeId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/);
