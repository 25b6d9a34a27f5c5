import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { billOfPrograms, usedPackages, type Lock } from './bill-of-materials.ts';
import { root } from './paths.ts';

it('a bill of materials has what the programs use, also where it is a package for development as well', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  const names = usedPackages(lock).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['fastify', 'mediasoup', 'pdfkit', 'pg', 'socket.io-client', 'vue']));
  expect(names.filter((name) => ['vitest', '@playwright/test', 'storybook', 'knip'].includes(name))).toEqual([]);
});

it('a bill of materials loses packages of development, and what points to them', () => {
  const component = (name: string) => ({ name, version: '1.0.0', 'bom-ref': `${name}@1.0.0` });
  const bill = {
    bomFormat: 'CycloneDX',
    components: ['server', 'used', '@scope/inner', 'vitest'].map(component),
    dependencies: [
      { ref: 'whole@0.1.0', dependsOn: ['server@1.0.0', 'vitest@1.0.0'] },
      { ref: 'server@1.0.0', dependsOn: ['used@1.0.0', 'vitest@1.0.0'] },
      { ref: 'used@1.0.0', dependsOn: ['@scope/inner@1.0.0'] },
      { ref: '@scope/inner@1.0.0', dependsOn: [] },
      { ref: 'vitest@1.0.0', dependsOn: [] },
    ],
  };
  const version = '1.0.0';
  const packages = {
    '': { name: 'whole', version: '0.1.0' },
    server: { version },
    'node_modules/server': { link: true },
    'node_modules/used': { version },
    'server/node_modules/@scope/inner': { version },
    'node_modules/vitest': { version, dev: true },
  };
  expect(billOfPrograms(bill, { packages })).toEqual({
    bomFormat: 'CycloneDX',
    components: ['server', 'used', '@scope/inner'].map(component),
    dependencies: [
      { ref: 'whole@0.1.0', dependsOn: ['server@1.0.0'] },
      { ref: 'server@1.0.0', dependsOn: ['used@1.0.0'] },
      { ref: 'used@1.0.0', dependsOn: ['@scope/inner@1.0.0'] },
      { ref: '@scope/inner@1.0.0', dependsOn: [] },
    ],
  });
});
