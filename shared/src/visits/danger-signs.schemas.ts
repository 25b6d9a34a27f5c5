import { z } from 'zod';
import { text } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';
import { redFlagIds } from '../intake/danger-signs/red-flag-rules.ts';

export const dangerSignsSchemas = {
  findDangerSigns: {
    summary: 'Find danger signs in the words of a search; the words are in the body and are not stored',
    body: z.strictObject({ text: text(200, 1) }),
    response: z.strictObject({ flags: z.array(z.enum(redFlagIds)) }),
    rateLimit: 240,
  },
} satisfies RouteSchemas;
