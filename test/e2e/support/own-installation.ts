import type { Installation } from './installation.ts';
import { test } from './test.ts';

/** Gives every test of the file an installation of its own. Returns a function that returns it while the tests run. */
export function ownInstallation<Own extends Installation>(start: () => Promise<Own>): () => Own {
  let own: Own | undefined;
  const before: Record<string, string | undefined> = {};
  const use = (now: Record<string, string | undefined>) => {
    for (const [name, value] of Object.entries(now)) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  };

  test.beforeAll(async () => {
    // One that is built first takes minutes on a busy machine.
    test.setTimeout(600_000);
    for (const name of ['YUNZHEN_E2E_URL', 'YUNZHEN_E2E_FOLDER']) before[name] = process.env[name];
    own = await start();
  });
  test.beforeEach(() => {
    use({ YUNZHEN_E2E_URL: own?.url, YUNZHEN_E2E_FOLDER: own?.folder });
  });
  test.afterAll(async () => {
    use(before);
    await own?.stop();
  });
  return () => {
    if (!own) throw new Error('an installation is available only while a test runs');
    return own;
  };
}
