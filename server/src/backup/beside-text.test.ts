import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { restoredText, settingsBeside } from './beside-text.ts';

it('the restore prints the settings with which the guide starts a copy', () => {
  const guide = readFileSync(new URL('../../../docs/operations/backup-and-restore.md', import.meta.url), 'utf8');
  const [, command = ''] = /^as_yunzhen env (DATA_DIR=[\s\S]*?) \/opt\/yunzhen\/bin\/yunzhen$/m.exec(guide) ?? [];
  expect(command.split(/[\s\\]+/).join(' ')).toBe(settingsBeside('/var/lib/yunzhen-restored'));
  expect(restoredText('/somewhere')).toContain('DATA_DIR=/somewhere ISOLATED=true ');
});
