import { expect, it } from 'vitest';
import { apiOfNode, makesBackups } from './supervised.ts';

const given = { ISOLATED: false, PORT: 8180, API_URL: 'http://10.0.0.1:8080', BACKUP_TARGET: '/mnt/backup' };

it('a machine with a target and its own database makes backups, and an isolated copy none', () => {
  expect(makesBackups(given)).toBe(true);
  expect(makesBackups({ ...given, BACKUP_TARGET: undefined })).toBe(false);
  expect(makesBackups({ ...given, DATABASE_URL: 'postgres://elsewhere/yunzhen' })).toBe(false);
  expect(makesBackups({ ...given, ISOLATED: true })).toBe(false);
});

it('the media node of an isolated copy registers with its own api only', () => {
  expect(apiOfNode(given)).toBe('http://10.0.0.1:8080');
  expect(apiOfNode({ ...given, API_URL: undefined })).toBe('http://127.0.0.1:8180');
  expect(apiOfNode({ ...given, ISOLATED: true })).toBe('http://127.0.0.1:8180');
});
