import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  apiSettings,
  backupSettings,
  mediaSettings,
  migrateSettings,
  supervisorSettings,
  upgradeSettings,
} from '../../server/src/platform/config/settings.ts';
import { root } from '../paths.ts';

export interface Setting {
  readonly name: string;
  /** The programs that read it: api, migrate, media node, supervisor, upgrade, backup. */
  readonly programs: readonly string[];
  /** The default as written in the environment; null without one. */
  readonly standard: string | null;
  readonly required: boolean;
  readonly about: string;
}

/** The part of a zod schema that is read. */
interface Field {
  readonly def: { readonly type: string; readonly defaultValue?: unknown; readonly in?: unknown };
  safeParse(value: unknown): { success: boolean };
}

const programs = {
  api: apiSettings,
  migrate: migrateSettings,
  'media node': mediaSettings,
  supervisor: supervisorSettings,
  upgrade: upgradeSettings,
  backup: backupSettings,
};

/** Defaults that depend on the machine. */
const derived: Readonly<Record<string, string>> = { MEDIA_WORKERS: 'one for each core' };

/** Returns every setting of the programs in schema order, with its comment. */
export function readSettings(): Setting[] {
  const comments = settingComments();
  const found = new Map<string, Setting>();
  for (const [program, schema] of Object.entries(programs)) {
    for (const [name, field] of Object.entries(schema.shape as unknown as Record<string, Field>)) {
      const known = found.get(name);
      const about = comments.get(name);
      if (!about) throw new Error(`settings.ts: ${name} has no comment`);
      const standard = derived[name] ?? defaultOf(field);
      found.set(name, {
        name,
        programs: [...(known?.programs ?? []), program],
        standard: known?.standard ?? standard,
        required:
          known?.required || (program !== 'supervisor' && standard === null && !field.safeParse(undefined).success),
        about,
      });
    }
  }
  return [...found.values()];
}

/** Returns the default of a schema, before any transformation. */
function defaultOf({ def }: Field): string | null {
  if (def.type === 'default' || def.type === 'prefault') return String(def.defaultValue);
  return def.in ? defaultOf(def.in as Field) : null;
}

function settingComments(): Map<string, string> {
  const comments = new Map<string, string>();
  for (const file of ['settings.ts', 'file-settings.ts', 'key-settings.ts', 'tracing-settings.ts']) {
    const code = readFileSync(join(root, 'server/src/platform/config', file), 'utf8');
    for (const [, comment = '', name = ''] of code.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\s+([A-Z][A-Z0-9_]+):/g))
      if (!comments.has(name))
        comments.set(
          name,
          comment
            .replaceAll(/^\s*\* ?/gm, '')
            .replaceAll(/\s+/g, ' ')
            .trim(),
        );
  }
  return comments;
}
