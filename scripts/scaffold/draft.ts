import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** New and changed files, held in memory until all of them are known. */
export class Draft {
  readonly files = new Map<string, string>();
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  has(path: string): boolean {
    return this.files.has(path) || existsSync(join(this.#root, path));
  }

  read(path: string): string {
    return this.files.get(path) ?? readFileSync(join(this.#root, path), 'utf8');
  }

  /** @throws Error when the file exists */
  create(path: string, text: string): void {
    if (this.has(path)) throw new Error(`${path} exists already`);
    this.files.set(path, text);
  }

  /** Inserts text before the first match of the anchor. @throws Error without a match */
  insertBefore(path: string, anchor: RegExp, text: string): void {
    const before = this.read(path);
    const at = before.search(anchor);
    if (at < 0) throw new Error(`${path}: ${anchor} was not found; add this by hand:\n${text}`);
    this.files.set(path, before.slice(0, at) + text + before.slice(at));
  }

  /** Adds a line after the last import of a module. */
  addImport(path: string, line: string): void {
    const text = this.read(path);
    const last = [...text.matchAll(/^import [^;]+;\n/gm)].at(-1);
    const at = last ? last.index + last[0].length : 0;
    this.files.set(path, `${text.slice(0, at)}${line}\n${text.slice(at)}`);
  }
}
