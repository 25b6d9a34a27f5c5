import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesDocument } from '../../server/src/api/prescribing/safety/knowledge/rules-document.ts';
import { formatted } from '../formatted.ts';
import { root } from '../paths.ts';
import { errorCodesPage } from './error-codes-document.ts';
import { eventsPage } from './events-document.ts';
import { jobsPage } from './jobs-document.ts';
import { permissionsPage } from './permissions-document.ts';
import { routesPage } from './routes-document.ts';
import { stateMachinesPage } from './state-machines-document.ts';
import { essentialSettings, exampleEnvironment, settingsPage } from './settings-documents.ts';

type Make = () => string | Promise<string>;

/** Files that are generated completely. */
const files: Readonly<Record<string, Make>> = {
  '.env.example': exampleEnvironment,
  'docs/generated/error-codes.md': errorCodesPage,
  'docs/generated/events.md': eventsPage,
  'docs/generated/jobs.md': jobsPage,
  'docs/generated/permissions.md': permissionsPage,
  'docs/generated/routes.md': routesPage,
  'docs/generated/safety-rules.md': rulesDocument,
  'docs/generated/settings.md': settingsPage,
  'docs/generated/state-machines.md': stateMachinesPage,
};

/** Parts of files, between `<!-- NAME: generated -->` and `<!-- /NAME -->`. */
const regions: Readonly<Record<string, Readonly<Record<string, Make>>>> = {
  'README.md': { settings: essentialSettings },
};

/** Returns every generated file with its expected text. */
export async function generatedDocuments(): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const [path, make] of Object.entries(files)) texts.set(path, await make());
  for (const [path, parts] of Object.entries(regions)) {
    let text = read(path);
    for (const [name, make] of Object.entries(parts)) text = replaceRegion(text, name, await make());
    texts.set(path, await formatted(path, text));
  }
  return texts;
}

/** Returns the paths of files that differ from their source. */
export async function staleDocuments(): Promise<string[]> {
  return [...(await generatedDocuments())].filter(([path, text]) => read(path) !== text).map(([path]) => path);
}

/** Writes stale files and returns their paths. */
export async function writeDocuments(): Promise<string[]> {
  const written: string[] = [];
  for (const [path, text] of await generatedDocuments()) {
    if (read(path) === text) continue;
    writeFileSync(join(root, path), text);
    written.push(path);
  }
  return written;
}

/** Throws when the region is missing. */
export function replaceRegion(text: string, name: string, content: string): string {
  const region = new RegExp(`(<!-- ${name}: generated -->)[^]*?(<!-- /${name} -->)`);
  if (!region.test(text)) throw new Error(`there is no region "${name}"`);
  return text.replace(region, (_whole, begin: string, end: string) => `${begin}\n\n${content}\n\n${end}`);
}

function read(path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return '';
  }
}
