import { z } from 'zod';
import type { KeptDraft } from './autosave-state.ts';

/** Reads a kept draft back; one that an older version of these pages wrote, or that is damaged, is no draft. */
export function keptDraftOf<Content>(content: z.ZodType<Content>, value: unknown): KeptDraft<Content> | undefined {
  const shape = z.object({ version: z.int().min(0), basis: content, content, unsure: z.array(content) });
  const read = shape.safeParse(value);
  return read.success ? read.data : undefined;
}
