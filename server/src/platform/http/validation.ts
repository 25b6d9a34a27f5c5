import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import type { FieldError } from '@yunzhen/shared/core/errors';

/** Fastify’s validator for zod schemas. Unknown fields are rejected because the contract’s objects are strict. */
export const zodValidator: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (value) => {
    // The input distinguishes a missing field from one of a wrong type; it is not sent back.
    const result = schema.safeParse(value, { reportInput: true });
    return result.success
      ? { value: result.data }
      : { error: Object.assign(new Error('validation failed'), { validationFields: toFields(result.error) }) };
  };

/** Limits the size of the answer, because the client chooses names and number of unknown fields. */
const MAX_FIELDS = 50;
const longest = 200;

/** Returns one entry per rejected field; the rule is a code for which the client has a text. */
export function toFields(error: z.ZodError): FieldError[] {
  return error.issues
    .slice(0, MAX_FIELDS)
    .flatMap((issue) => fieldsOf(issue))
    .slice(0, MAX_FIELDS);
}

function fieldsOf(issue: z.core.$ZodIssue): FieldError[] {
  const pathTo = (...more: string[]) => [...issue.path.map(String), ...more].join('.').slice(0, longest);
  if (issue.code !== 'unrecognized_keys')
    return [{ path: pathTo(), rule: ruleOf(issue), expected: issue.message.slice(0, longest) }];
  return issue.keys.slice(0, MAX_FIELDS).map((key) => ({ path: pathTo(key), rule: 'unknown-field' }));
}

function ruleOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'required' : 'wrong-type';
    case 'too_small':
      // A minimum of one, a letter or a choice, means that the field is required.
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
