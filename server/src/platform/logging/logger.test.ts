import { describe, expect, it } from 'vitest';
import { createLogger, errorForLog } from './logger.ts';

describe('a log line', () => {
  function logged(write: (log: ReturnType<typeof createLogger>) => void): string {
    let text = '';
    write(createLogger({ name: 'test', level: 'info', destination: { write: (line: string) => void (text += line) } }));
    return text;
  }

  it('is one line of JSON with level, time and program, whatever its values contain', () => {
    const text = logged((log) => log.info({ path: '/x\r\n{"level":60,"msg":"forged"}' }, 'a\nb\u2028c'));
    expect(text.match(/\n/g)).toHaveLength(1);
    expect(JSON.parse(text)).toMatchObject({ level: 30, name: 'test', time: expect.any(Number), msg: 'a\nb\u2028c' });
  });

  it('contains no password, token or header that a library adds', () => {
    const text = logged((log) =>
      log.info({
        body: { password: 'river stone', accessToken: 'river stone', secret: 'river stone' },
        req: { method: 'GET', url: '/api/x?q=river stone', headers: { cookie: 'river stone' } },
        headers: { authorization: 'river stone', cookie: 'river stone' },
      }),
    );
    expect(text).toContain('/api/x');
    expect(text).not.toContain('river stone');
  });
});

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

  it('names the reason of each failure that it collects, without values that a database quotes', () => {
    const refused = Object.assign(new Error('duplicate key value: "Li Wei"'), { code: '23505', detail: '(Li Wei)' });
    const failed = [
      new Error('failed for a', { cause: new Error('failed for a row', { cause: refused }) }),
      new Error('failed for b', { cause: new AggregateError([new TypeError('bug')], 'failed for 1') }),
      new Error(`not stored: ${refused.message}`, { cause: refused }),
    ];
    const line = errorForLog(new AggregateError(failed, 'failed for 3'));
    expect(line).toMatchObject({
      message: 'failed for 3',
      errors: [
        { message: 'failed for a', cause: { message: 'failed for a row', cause: { code: '23505' } } },
        { message: 'failed for b', cause: { errors: [{ type: 'TypeError', message: 'bug' }] } },
        { message: '[removed]', cause: { code: '23505', message: '[removed]' } },
      ],
    });
    expect(JSON.stringify(line)).not.toContain('Li Wei');
  });

  it('contains a limited number of errors, and ends where causes form a ring', () => {
    const many = Array.from({ length: 5_000 }, (_, n) => new Error(`failed for ${n}`));
    const count = (error: Error) => JSON.stringify(errorForLog(error)).match(/"message"/g)?.length;
    expect(count(new AggregateError(many, 'failed for 5000'))).toBe(31);
    const ring = new Error('ring');
    ring.cause = ring;
    expect(count(ring)).toBe(9);
  });
});
