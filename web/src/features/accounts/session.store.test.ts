// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, expect, it, vi } from 'vitest';
import type { SessionGrant } from '@yunzhen/shared/accounts/auth.contract';
import { browserDatabase } from '../../core/autosave/testing/browser-database.ts';
import { useSessionStore } from './session.store.ts';

afterEach(() => vi.unstubAllGlobals());

it('A session that begins on a page without one leaves nothing that another account held in this browser', async () => {
  const { globals, left } = browserDatabase();
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  setActivePinia(createPinia());
  const hospital = { name: { en: '', zh: '' }, timeZone: 'Asia/Shanghai', brand: { palette: null, logo: null } };
  const account = { id: 'b', patientId: null, roles: ['doctor'], hospital, wishes: {} };
  const grant = { accessToken: 't', expiresAt: new Date(Date.now() + 600_000).toISOString(), account };
  useSessionStore().enter(grant as unknown as SessionGrant);
  await expect.poll(left).toEqual(['another', 'another.note']);
});
