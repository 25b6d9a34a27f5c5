import { ensureDependencies } from './dependencies.ts';
import { verifyAudit } from './verbs/audit-verify.ts';
import { backup, restore } from './verbs/backup.ts';
import { bench } from './verbs/bench.ts';
import { bundle } from './verbs/bundle.ts';
import { check } from './verbs/check.ts';
import { dev } from './verbs/dev.ts';
import { drill } from './verbs/drill.ts';
import { files } from './verbs/files.ts';
import { fuzz } from './verbs/fuzz.ts';
import { images } from './verbs/images.ts';
import { migrate } from './verbs/migrate.ts';
import { move } from './verbs/move.ts';
import { create } from './verbs/new.ts';
import { docs } from './verbs/docs.ts';
import { release } from './verbs/release.ts';
import { sbom } from './verbs/sbom.ts';
import { serve } from './verbs/serve.ts';
import { stress } from './verbs/stress.ts';
import { test } from './verbs/test.ts';
import { workbench } from './verbs/workbench.ts';
import { report } from './report.ts';

/** Every command gets the arguments after its name and returns its exit code. */
const verbs: Readonly<Record<string, (rest: readonly string[]) => Promise<number>>> = {
  start: serve,
  migrate,
  backup,
  restore,
  dev,
  check,
  test,
  stress,
  bench,
  drill,
  fuzz,
  images,
  bundle,
  release,
  sbom,
  docs,
  new: create,
  workbench,
  'audit:verify': verifyAudit,
  files,
  move,
};

const [name = '', ...rest] = process.argv.slice(2);
const verb = verbs[name];
try {
  if (!verb) throw new Error(`There is no command "${name}". Use one of ${Object.keys(verbs).join(', ')}.`);
  await ensureDependencies();
  process.exitCode = await verb(rest);
} catch (error) {
  report(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
