import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../ids.ts';
import { anchorFile, type AnchorFile } from './anchor.ts';
import { anchorFileName, type ReadableCopies } from './anchor-copies.ts';

/** Stores one file per anchor, in a folder per hospital: a mounted share, or a write-once disk. */
export function folderCopies(folder: string): ReadableCopies {
  return {
    async put({ hospital, size, file }) {
      const place = join(folder, hospital.id);
      await mkdir(place, { recursive: true });
      const text = `${JSON.stringify(file, null, 2)}\n`;
      const draft = join(place, `.${newId()}`);
      const target = join(place, anchorFileName(size));
      await writeFile(draft, text, { flag: 'wx', flush: true });
      try {
        // Unlike a rename, this replaces nothing.
        await link(draft, target);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        const { anchor } = anchorFile.parse(JSON.parse(await readFile(target, 'utf8')));
        if (anchor !== file.anchor) throw new Error('another anchor of this size already exists', { cause: error });
      } finally {
        await rm(draft, { force: true });
      }
    },
    async sizes(hospitalId) {
      const names = await readdir(join(folder, hospitalId)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return [];
        throw error;
      });
      return names
        .filter((name) => /^\d{12,}\.json$/.test(name))
        .map((name) => Number(name.slice(0, -5)))
        .sort((a, b) => a - b);
    },
    async read(hospitalId, size): Promise<AnchorFile> {
      return anchorFile.parse(JSON.parse(await readFile(join(folder, hospitalId, anchorFileName(size)), 'utf8')));
    },
  };
}
