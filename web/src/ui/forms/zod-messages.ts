import type { z } from 'zod';
import { fault } from './fault.ts';

declare global {
  // Where zod reads its settings on load, which most pages never do.
  var __zod_globalConfig: z.core.$ZodConfig | undefined;
}

/** Translates zod’s errors into the reader’s language. Call it before zod is loaded. */
export function useTranslatedSchemas(): void {
  globalThis.__zod_globalConfig = {
    // The content security policy forbids eval, which zod would otherwise try.
    jitless: true,
    customError: (issue) => describeIssue(issue),
  };
}

/** No value where one is required; an empty number field has NaN. */
const isMissing = (input: unknown) => input === undefined || input === null || Number.isNaN(input);

function describeIssue(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return fault(isMissing(issue.input) ? 'common.field.required' : 'common.field.format');
    case 'too_small':
      if (issue.origin === 'array') return fault('common.field.choice');
      if (issue.input === '' || Number(issue.minimum) <= 1) return fault('common.field.required');
      return fault('common.field.tooShort', Number(issue.minimum));
    case 'too_big':
      return fault('common.field.tooLong', Number(issue.maximum));
    case 'invalid_value':
      return fault('common.field.choice');
    case 'invalid_format':
      if (issue.input === '') return fault('common.field.required');
      if (issue.format === 'email') return fault('common.field.email');
      return fault(issue.format === 'date' ? 'common.field.date' : 'common.field.format');
    default:
      return fault('common.field.format');
  }
}
