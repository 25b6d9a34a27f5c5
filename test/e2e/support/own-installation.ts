import type { Installation } from './installation.ts';
import { test } from './test.ts';

/** Lets every test of the file use an installation of the file’s own. Answers with what gives it while the tests run. */
export function ownInstallation<Own extends Installation>(start: () => Promise<Own>): () => Own {
  let own: Own | undefined;
  let before: string | undefined;

  test.beforeAll(async () => {
    before = process.env['YUNZHEN_E2E_URL'];
    own = await start();
  });
  test.beforeEach(() => {
    process.env['YUNZHEN_E2E_URL'] = own?.url;
  });
  test.afterAll(async () => {
    process.env['YUNZHEN_E2E_URL'] = before;
    await own?.stop();
  });
  return () => {
    if (!own) throw new Error('there is an installation only while a test runs');
    return own;
  };
}
