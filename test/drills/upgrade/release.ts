import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FIRST_GUARDED } from '../../../server/src/platform/db/declared-migration.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const git = (...parameters: string[]) =>
  execFileSync('git', parameters, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/** One release of the programs, checked out from git in a folder of its own. */
export class Release {
  readonly name: string;
  readonly commit: string;
  readonly #folder: string;

  private constructor(name: string, commit: string, folder: string) {
    this.name = name;
    this.commit = commit;
    this.#folder = folder;
  }

  /** Checks out a revision. It shares the packages of this clone, apart from the project's own. */
  static checkOut(name: string, revision: string, folder: string): Release {
    // Of a run that was killed.
    git('worktree', 'prune');
    git('worktree', 'add', '--detach', '--force', folder, revision);
    const [shared, own] = [join(root, 'node_modules'), join(folder, 'node_modules')];
    mkdirSync(join(own, '@yunzhen'), { recursive: true });
    for (const entry of readdirSync(shared))
      if (entry !== '@yunzhen' && !entry.startsWith('.')) symlinkSync(join(shared, entry), join(own, entry));
    for (const entry of ['shared', 'server']) symlinkSync(join(folder, entry), join(own, '@yunzhen', entry));
    return new Release(name, git('rev-parse', '--short', revision), folder);
  }

  /** Returns the programs of this clone. */
  static current(): Release {
    return new Release('this clone', git('rev-parse', '--short', 'HEAD'), root);
  }

  /** Adds what the next release might: a nullable column, and an index that is built while the hospital works. */
  addExpandingMigrations(): void {
    const folder = join(this.#folder, 'migrations');
    const timestamps = readdirSync(folder).map((file) => Number(/^\d{13}/.exec(file)?.[0] ?? 0));
    const newest = Math.max(FIRST_GUARDED, ...timestamps);
    const write = (timestamp: number, name: string, member: string, statement: string) =>
      writeFileSync(
        join(folder, `${timestamp}-drill.ts`),
        `export class ${name}${timestamp} {
  name = '${name}${timestamp}';
  ${member}
  async up(runner: { query(sql: string): Promise<unknown> }) {
    await runner.query(\`${statement}\`);
  }
  async down() {}
}
`,
      );
    write(newest + 1, 'DrillColumn', '', 'ALTER TABLE visit ADD COLUMN drill text');
    write(
      newest + 2,
      'DrillIndex',
      'transaction = false;',
      'CREATE INDEX CONCURRENTLY IF NOT EXISTS visit_drill ON visit (hospital_id, drill)',
    );
  }

  /** Starts one of its programs; resolves when it serves or, for `migrate`, has ended. */
  async start(program: 'api' | 'media' | 'migrate', env: Readonly<Record<string, string>>): Promise<ReleaseProcess> {
    const { PATH = '', HOME = '' } = process.env;
    const child = fork(join(this.#folder, 'server', 'src', program, 'main.ts'), [], {
      env: { PATH, HOME, ...env },
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
    const serving = once(child, 'message').then(() => null);
    const outcome = await (program === 'migrate' ? ended : Promise.race([serving, ended]));
    if (outcome && outcome[0] !== 0)
      throw new Error(`${program} of ${this.name} ended with ${outcome[1] ?? outcome[0]}`);
    return new ReleaseProcess(child, ended);
  }

  remove(): void {
    git('worktree', 'remove', '--force', this.#folder);
  }
}

/** A running program of a release. */
export class ReleaseProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;

  constructor(child: ChildProcess, ended: Promise<unknown>) {
    this.#child = child;
    this.#ended = ended;
  }

  /** Stops it as an operator does, and waits for its end. */
  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    await this.#ended;
  }
}
