import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { icons } from '../web/vite.config.ts';
import { LongFirst } from './support/long-first.ts';

/** Unit tests beside the code; integration and architecture tests here. Browser tests run under Playwright. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    // Files share a worker’s modules, since importing them would be most of their time: none replaces a module or leaves something behind.
    // Many integration tests wait for jobs, processes and timeouts of others more than they work.
    maxWorkers: Math.max(3, availableParallelism()),
    sequence: { sequencer: LongFirst },
    projects: [
      {
        // Components import their icons as the pages do.
        plugins: [vue(), icons()],
        test: {
          name: 'unit',
          setupFiles: ['test/support/checked-answers.ts'],
          // Not threads: those of one process share the few that WebCrypto and key derivation run in.
          pool: 'forks',
          isolate: false,
          // Far above what any needs on a busy machine: only what hangs is cut off.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
          include: [
            '{shared,server,web}/src/**/*.test.ts',
            'scripts/**/*.test.ts',
            'test/support/**/*.test.ts',
            'test/architecture/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'integration',
          pool: 'forks',
          isolate: false,
          // Node runs these files as it runs the product: nothing is transformed, which took a quarter of the CPU of a few files.
          experimental: { viteModuleRunner: false, nodeLoader: false },
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          env: {
            TIMEOUTS: [
              'jobs.poll=500',
              'jobs.supervise=2000',
              'jobs.longestRetryDelay=1000',
              'calls.drainGrace=2000',
              'calls.requestHeaders=2000',
              'realtime.admit=4000',
              // A busy machine answers later.
              'identity.answer=6000',
              'calls.nodeAnswer=2000',
              'safety.start=60000',
              'safety.prepare=60000',
              'safety.check=60000',
              'safety.whole=60000',
              'safety.wait=60000',
              'page.head=60000',
              'database.connect=30000',
            ].join(' '),
            NODE_COMPILE_CACHE: join(tmpdir(), 'yunzhen-compile-cache'),
          },
          // A busy machine needs several times as long as a quiet one: only what hangs is cut off.
          testTimeout: 180_000,
          hookTimeout: 240_000,
          // How long something awaited may take on a busy machine before it counts as hung.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
