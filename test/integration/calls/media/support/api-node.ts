import { expect, vi } from 'vitest';
import type { TestApi } from '../../../../support/test-api.ts';
import { nodeEnvironmentOf } from './node-environment.ts';
import { NodeProcess } from './node-process.ts';

/** Starts a media node of that api in a process of its own; resolves when the api has registered it. */
export async function startNodeOf(
  test: TestApi,
  id: string,
  directory: string,
  overrides: Record<string, string> = {},
): Promise<NodeProcess> {
  const environment = await nodeEnvironmentOf(test, id, directory);
  const node = await NodeProcess.start({ ...environment, ...overrides });
  const known = async () =>
    (await test.database.admin.query<{ url: string }>('SELECT url FROM media_node WHERE id = $1', [id])).rows[0]?.url;
  // Not `expect.poll`, which works in tests only.
  const registered = async () => expect(await known()).toBe(environment['MEDIA_PUBLIC_URL']);
  await vi.waitFor(registered, { timeout: 60_000 });
  return node;
}
