import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replaceRegion, staleDocuments } from '../../scripts/documents/documents.ts';
import { root } from './cruise.ts';

const { areas } = createRequire(import.meta.url)(join(root, '.area-edges.cjs')) as { areas: readonly string[] };

const MAX_BYTES_OF_MAP = 10_000;
const MAX_BYTES_OF_PAGE = 4096;

const pages = globSync('**/*.md', {
  cwd: root,
  exclude: (path) => /(^|\/)(node_modules|dist|[.]data|test-results|playwright-report)$/.test(path),
});
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const bytesOf = (file: string) => statSync(join(root, file)).size;

describe('documents', () => {
  it('that are generated match their source; otherwise run npm run docs', async () => {
    expect(await staleDocuments()).toEqual([]);
    expect(() => replaceRegion('no region', 'settings', '')).toThrow('settings');
  });

  it('are short: the map, and each page of an area or a mechanism', () => {
    expect(bytesOf('ARCHITECTURE.md')).toBeLessThanOrEqual(MAX_BYTES_OF_MAP);
    const short = pages.filter((file) => /^docs\/(areas|mechanisms)\//.test(file));
    expect(short.length).toBeGreaterThan(areas.length);
    expect(short.filter((file) => bytesOf(file) > MAX_BYTES_OF_PAGE)).toEqual([]);
  });

  it('have only valid relative links, including headings', () => {
    expect(brokenLinks('docs/areas/visits.md', '[a](nowhere.md) [b](../glossary.md#no-such-heading)')).toHaveLength(2);
    expect(pages.flatMap((file) => brokenLinks(file, textOf(file)))).toEqual([]);
  });

  it('of every area are linked from the map', () => {
    const map = textOf('ARCHITECTURE.md');
    expect(areas.filter((area) => !map.includes(`(docs/areas/${area}.md)`))).toEqual([]);
  });

  it('list exactly the tables of their area, and each table once', () => {
    const listed = areas.flatMap((area) => tablesOfPage(area));
    expect(listed.filter((table, index) => listed.indexOf(table) !== index)).toEqual([]);
    const entities = globSync('server/src/api/*/**/*.entity.ts', { cwd: root });
    expect(entities.length).toBeGreaterThan(10);
    const owned = entities.flatMap((file) =>
      [...textOf(file).matchAll(/(?:defineTable\(|tableName: )'(\w+)'/g)].map(
        ([, table = '']) => `${file.split(/[\\/]/)[3]}: ${table}`,
      ),
    );
    expect(areas.flatMap((area) => tablesOfPage(area).map((table) => `${area}: ${table}`)).sort()).toEqual(
      owned.sort(),
    );
  });

  // Only the files that a walk names are counted; no test sees how often it returns.
  it('walk a prescription past files that exist: at most 14 to its row, and 10 from its approval to the PDF', () => {
    const walks = walksOf('prescribing');
    expect(walks.map((files) => files.length)).toEqual([expect.toSatisfy(atMost(14)), expect.toSatisfy(atMost(10))]);
    const sides = ['server/src', 'server/src/api', 'web/src', 'web/src/features'];
    const roots = sides.flatMap((side) => [side, `${side}/prescribing`]);
    const missing = walks.flat().filter((file) => !roots.some((from) => existsSync(join(root, from, file))));
    expect(missing).toEqual([]);
  });

  it('that say who reviews a change name folders that exist', () => {
    const folders = [...textOf('.github/CODEOWNERS').matchAll(/^\/(\S+)\s/gm)].map(([, folder = '']) => folder);
    expect(folders.length).toBeGreaterThan(5);
    expect(folders.filter((folder) => !existsSync(join(root, folder)))).toEqual([]);
  });

  it('that record a decision have unique numbers', () => {
    const numbers = pages.filter((file) => file.startsWith('docs/adr/')).map((file) => basename(file).slice(0, 4));
    expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
  });
});

/** Returns the files that the numbered lists of a page’s walks name. */
function walksOf(area: string): string[][] {
  const [, ...walks] = textOf(`docs/areas/${area}.md`).split('## Walk: ');
  return walks.map((walk) =>
    [...walk.matchAll(/^\d+\. (.+)$/gm)].flatMap(([, line = '']) =>
      [...line.matchAll(/`([\w/.-]+\.(?:ts|vue))`/g)].map(([, file = '']) => file),
    ),
  );
}

const atMost = (most: number) => (count: number) => count > 0 && count <= most;

function tablesOfPage(area: string): string[] {
  const [, tables = ''] = textOf(`docs/areas/${area}.md`).split('## Tables');
  return [...tables.matchAll(/`(\w+)`/g)].map(([, table = '']) => table);
}

function brokenLinks(file: string, text: string): string[] {
  const links = [...text.replaceAll(/```[^]*?```/g, '').matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => !/^[a-z]+:/.test(link) && !resolves(file, link)).map((link) => `${file}: ${link}`);
}

function resolves(file: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const target = path ? relative(root, join(root, dirname(file), path)) : file;
  if (!existsSync(join(root, target))) return false;
  return heading === undefined || headingsOf(textOf(target)).includes(heading);
}

/** Returns the heading anchors as GitHub generates them. */
function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );
}
