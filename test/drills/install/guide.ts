import { readFileSync } from 'node:fs';

/** What the guide’s names are on this machine. */
export interface Places {
  /** The folder in which `/opt`, `/etc` and `/var` of the guide are. */
  readonly base: string;
  readonly user: string;
  readonly domain: string;
  readonly archive: string;
}

const page = (name: string) => readFileSync(new URL(`../../../docs/operations/${name}.md`, import.meta.url), 'utf8');

/** Returns the code block of the page with this text in it, without its indentation. Throws when it is gone: the drill must follow the guide. */
export function blockOf(name: 'install' | 'backup-and-restore', part: string): string {
  const blocks = [...page(name).matchAll(/^( *)```\n([\s\S]*?)^ *```$/gm)];
  const found = blocks.find(([, , code]) => code?.includes(part));
  if (!found) throw new Error(`docs/operations/${name}.md has no code block with "${part}"`);
  const [, indentation = '', code = ''] = found;
  return code.replaceAll(new RegExp(`^${indentation}`, 'gm'), '');
}

/** Returns the commands for this machine: other folders, another user and name, without what only systemd and apt can do. */
export function here(commands: string, { base, user, domain, archive }: Places): string {
  const folder = archive.replace(/^.*\//, '').replace('.tar.gz', '');
  return commands
    .replaceAll(/^(apt-get|systemctl) .*$/gm, '')
    .replaceAll(/--file \S+/g, `--file ${archive}`)
    .replaceAll(/yunzhen-VERSION-linux-x64/g, folder)
    .replaceAll(/(?<![\w.])\/(opt|etc|var|run|media)\b/g, `${base}/$1`)
    .replaceAll(/(-[ogu]) yunzhen\b/g, `$1 ${user}`)
    .replaceAll(/^(useradd .*) yunzhen$/gm, `$1 ${user}`)
    .replaceAll(/YOUR\.NAME/g, domain);
}
