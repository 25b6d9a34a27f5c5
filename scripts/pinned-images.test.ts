import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './paths.ts';
import { imagesIn, repinned } from './pinned-images.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const [old, fresh] = ['a', 'b'].map((digit) => `sha256:${digit.repeat(64)}`);

describe('container images', () => {
  it('of third parties are pinned by digest in docker-compose.yml', () => {
    const lines = read('docker-compose.yml').match(/^ +image: .*/gm) ?? [];
    const others = lines.filter(
      (line) => !/image: yunzhen-(api|media|pooler|valkey|alertmanager|database)$/.test(line),
    );
    expect(others.length).toBeGreaterThanOrEqual(5);
    expect(others.filter((line) => !/:[\w.-]+@sha256:[0-9a-f]{64}$/.test(line))).toEqual([]);
  });

  it('are pinned by digest in the Dockerfile, which uses no others', () => {
    const text = read('docker/Dockerfile');
    const pinned = imagesIn(text);
    expect(pinned.map(({ digest }) => digest)).not.toContain(null);
    const stages = [...text.matchAll(/^FROM \S+ AS (\S+)/gm)].map(([, name]) => name ?? '');
    const known = [...stages, ...[...text.matchAll(/^ARG (\w+)=\S+@sha256:/gm)].map(([, name]) => `\${${name}}`)];
    const bases = [...text.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base ?? '');
    expect(bases.filter((base) => !known.includes(base))).toEqual([]);
    // A frontend would be a further image, downloaded before the file is read.
    expect(text).not.toContain('# syntax=');
  });

  it('get the present digest of their tag, and nothing else changes', () => {
    const text = [
      'services:',
      '  proxy:',
      `    image: caddy:2@${old} # the proxy`,
      '  db:',
      '    image: postgres:18',
      '  api:',
      '    image: yunzhen-api',
      `ARG NODE_IMAGE=node:24@${fresh}`,
      'FROM ${NODE_IMAGE} AS x',
    ].join('\n');
    const asked: string[] = [];
    const result = repinned(text, (image) => {
      asked.push(image);
      return fresh ?? '';
    });
    expect(asked).toEqual(['caddy:2', 'postgres:18', 'node:24']);
    expect(result.changed).toEqual(['caddy:2', 'postgres:18']);
    expect(result.text).toBe(
      text.replace(`caddy:2@${old}`, `caddy:2@${fresh}`).replace('postgres:18', `postgres:18@${fresh}`),
    );
  });
});
