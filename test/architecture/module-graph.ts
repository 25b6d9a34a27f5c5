import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync, type ParseResult } from 'vite';
import { root } from './cruise.ts';

type Names = ReadonlySet<string> | 'all';

interface Module {
  readonly imports: readonly { readonly from: string; readonly names: Names }[];
  /** What it passes on from other modules: by which name, from where. */
  readonly passed: readonly { readonly as: string; readonly from: string; readonly name: string }[];
  readonly lazy: readonly string[];
}

const known = new Map<string, Module>();

interface Loading {
  /** Which of the modules imported on demand count too; none by default. */
  readonly lazy?: (file: string) => boolean;
  /** Of an `index.ts` only the imported names count, as in the bundle of the pages. Node loads it whole. */
  readonly bundled?: boolean;
}

/**
 * Returns all modules that load with these files, each with the modules that import it. Types do not count. Packages have their name.
 */
export function loadedWith(
  files: readonly string[],
  { lazy = () => false, bundled = true }: Loading = {},
): Map<string, Set<string>> {
  const importers = new Map<string, Set<string>>();
  const visited = new Set<string>();
  const visit = (file: string, wanted: Names, importer: string): void => {
    const names = bundled ? wanted : 'all';
    importers.set(file, (importers.get(file) ?? new Set()).add(importer));
    if (!existsSync(join(root, file)) || (!bundled && visited.has(file))) return;
    const { imports, passed, lazy: later } = moduleOf(file);
    for (const { as, from, name } of passed)
      if (names === 'all' || as === '*' || names.has(as)) visit(from, as === '*' ? names : new Set([name]), file);
    // A list of exports has no code of its own.
    const passesAll = names !== 'all' && [...names].every((name) => passed.some(({ as }) => as === name));
    if (visited.has(file) || (passed.length > 0 && passesAll)) return;
    visited.add(file);
    for (const each of imports) visit(each.from, each.names, file);
    for (const next of later.filter(lazy)) visit(next, 'all', file);
  };
  for (const file of files) visit(file, 'all', '');
  return importers;
}

function moduleOf(file: string): Module {
  const read = known.get(file) ?? readModule(file);
  known.set(file, read);
  return read;
}

function readModule(file: string): Module {
  const text = readFileSync(join(root, file), 'utf8');
  const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script);
  const code = file.endsWith('.vue') ? scripts.join('\n') : text;
  if (!/\.(ts|vue)$/.test(file)) return { imports: [], passed: [], lazy: [] };
  const { module } = parseSync('module.ts', code);
  return { imports: importsOf(module, file), passed: passedBy(module, file), lazy: lazyIn(module, code, file) };
}

function importsOf({ staticImports }: ParseResult['module'], file: string): Module['imports'] {
  return staticImports.flatMap(({ moduleRequest, entries }) => {
    const values = entries.filter(({ isType }) => !isType);
    if (entries.length > 0 && values.length === 0) return [];
    const names = values.map(({ importName: { kind, name } }) => (kind === 'Default' ? 'default' : name));
    const whole = names.length === 0 || names.includes(null);
    return [{ from: pathOf(moduleRequest.value, file), names: whole ? 'all' : new Set(names as string[]) }];
  });
}

function passedBy({ staticExports }: ParseResult['module'], file: string): Module['passed'] {
  return staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ isType, moduleRequest, importName, exportName }) =>
      isType || !moduleRequest
        ? []
        : [{ as: exportName.name ?? '*', from: pathOf(moduleRequest.value, file), name: importName.name ?? '*' }],
    ),
  );
}

function lazyIn({ dynamicImports }: ParseResult['module'], code: string, file: string): string[] {
  return dynamicImports
    .map(({ moduleRequest: { start, end } }) => /^'(.+)'$/.exec(code.slice(start, end))?.[1])
    .flatMap((specifier) => (specifier ? [pathOf(specifier, file)] : []));
}

/** Returns the path below the repository; of a package its name. */
function pathOf(specifier: string, importer: string): string {
  if (specifier.startsWith('.')) return join(dirname(importer), specifier);
  const [, shared] = /^@yunzhen\/shared\/(.+)$/.exec(specifier) ?? [];
  return shared ? `shared/src/${shared}.ts` : specifier;
}
