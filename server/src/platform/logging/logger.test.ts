import { describe, expect, it } from 'vitest';
import { errorForLog } from './logger.ts';

describe('a logged error', () => {
  it('contains no value that a database quotes', () => {
    const error = Object.assign(new Error('invalid input syntax for type uuid: "Li Wei"'), {
      code: '22P02',
      detail: 'Key (email)=(li@example.test)',
      parameters: ['Li Wei'],
    });
    const logged = JSON.stringify(errorForLog(error));
    expect(logged).toContain('22P02');
    expect(logged).toContain('logger.test.ts');
    expect(logged).not.toMatch(/Li Wei|example\.test/);
  });

  it('keeps message and stack of other errors', () => {
    expect(errorForLog(new TypeError('bug'))).toMatchObject({ type: 'TypeError', message: 'bug' });
  });
});
