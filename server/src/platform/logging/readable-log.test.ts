import { describe, expect, it } from 'vitest';
import { createLogger } from './logger.ts';
import { readableLog } from './readable-log.ts';

function logged(write: (log: ReturnType<typeof createLogger>) => void): string {
  let text = '';
  const destination = readableLog((line) => (text += line), { colorize: false });
  write(createLogger({ name: 'api', level: 'info', destination }));
  return text;
}

describe('a log line at a terminal', () => {
  it('is one readable line with time, level, program, text and values', () => {
    const text = logged((log) => log.info({ address: 'http://localhost:8080' }, 'Yunzhen is ready'));
    expect(text).toMatch(
      /^\[\d\d:\d\d:\d\d\] INFO \(api\): Yunzhen is ready \{"address":"http:\/\/localhost:8080"\}\n$/,
    );
  });

  it('shows the stack of an error, and nothing that a database quotes', () => {
    const error = Object.assign(new Error('invalid input: "Li Wei"'), { code: '22P02', detail: 'Li Wei' });
    const text = logged((log) => log.error({ err: error }, 'request failed'));
    expect(text).toContain('ERROR (api): request failed');
    expect(text).toContain('readable-log.test.ts');
    expect(text).not.toContain('Li Wei');
  });

  it('contains no control character that a value brings', () => {
    const text = logged((log) => log.info({ path: '/x\u001B[2J\u009B2J' }, 'a\u001B]0;title\u0007b'));
    expect(text).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/);
    expect(text).toContain('title');
  });
});
