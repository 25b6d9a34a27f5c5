import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLogger } from '../logging/logger.ts';
import { RefusalRecord, type CountedRefusals } from './refusal-record.ts';

const written: string[] = [];
const counted: CountedRefusals<string>[] = [];
const writeCounted = vi.fn(async (refusals: CountedRefusals<string>) => void counted.push(refusals));
const record = new RefusalRecord<string>({
  write: async (refusal) => void written.push(refusal),
  writeCounted,
  factor: 1,
  every: 600_000,
  log: createLogger({ name: 'test', level: 'silent' }),
});
afterEach(() => {
  written.splice(0);
  counted.splice(0);
});

describe('the record of refusals', () => {
  it('contains single entries up to a burst, and then a count', async () => {
    for (let n = 0; n < 100; n++) await record.record('a', `refusal ${n}`);
    await record.record('b', 'of someone else');
    expect(written).toHaveLength(61);
    await record.flush();
    expect(counted).toMatchObject([{ count: 40, last: 'refusal 99' }]);
    await record.flush();
    expect(counted).toHaveLength(1);
  });

  it('keeps counting while entries cannot be written', async () => {
    for (let n = 0; n < 5; n++) await record.record('a', 'again');
    writeCounted.mockRejectedValueOnce(new Error('no database'));
    await record.flush();
    await record.record('a', 'and again');
    await record.close();
    expect(counted).toMatchObject([{ count: 6 }]);
  });
});
