import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import type { FieldError } from '@yunzhen/shared/core/errors';

/** Fastify’s validator for zod schemas. Unknown fields are refused because the contract’s objects are strict. */
export const zodValidator: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (value) => {
    // The input tells a missing field from one of a wrong type; it is not sent back.
    const result = schema.safeParse(value, { reportInput: true });
    return result.success
      ? { value: result.data }
      : { error: Object.assign(new Error('validation failed'), { validationFields: toFields(result.error) }) };
  };

/** One entry for each refused field; the rule is a word that the browser has its own text for. */
export function toFields(error: z.ZodError): FieldError[] {
  return error.issues.slice(0, 50).flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...path, key].join('.'), rule: 'unknown-field' }));
    }
    return [{ path: path.join('.'), rule: ruleOf(issue), expected: issue.message }];
  });
}

function ruleOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'required' : 'wrong-type';
    case 'too_small':
      // One of something, a letter or a choice, is what makes a field filled in.
      return (issue.origin === 'string' || issue.origin === 'array') && issue.minimum === 1 ? 'required' : 'too-small';
    case 'too_big':
      return 'too-large';
    case 'invalid_format':
      return `format-${issue.format}`;
    case 'invalid_value':
      return 'not-allowed';
    case 'custom':
      return /^[a-z-]{1,40}$/.test(issue.message) ? issue.message : 'invalid';
    default:
      return 'invalid';
  }
}
