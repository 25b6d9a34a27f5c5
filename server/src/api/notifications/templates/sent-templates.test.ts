import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { templates } from './index.ts';

const server = join(import.meta.dirname, '../../../..');
const here = join('notifications', 'templates');

// A template that hospitals may reword must be used somewhere.
it('each message template is sent by some part of the program', () => {
  const sources = readdirSync(join(server, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes(here))
    .map((file) => readFileSync(join(server, 'src', file), 'utf8'))
    .join('\n');
  const isSent = (name: string) => new RegExp(`template: .*'${name.replace('.', '\\.')}'`).test(sources);
  expect(Object.keys(templates).filter((name) => !isSent(name))).toEqual([]);
});
