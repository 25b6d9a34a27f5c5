import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reporter, TestCase, TestResult, TestStep } from '@playwright/test/reporter';
import { failureOf, round, type Duration } from '../../../scripts/durations.ts';
import { axeStep, signInStep } from './measured-steps.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

const waits = /^(Wait for|Expect )/;

/** Writes the duration of each test and its parts to the file in `YUNZHEN_DURATIONS_FILE`. */
export default class DurationsReporter implements Reporter {
  readonly #durations: Duration[] = [];

  onTestEnd(test: TestCase, result: TestResult): void {
    const [, project = '', , ...titles] = test.titlePath();
    const all = result.steps;
    this.#durations.push({
      suite: project,
      file: relative(root, test.location.file),
      test: titles.join(' › '),
      seconds: round(result.duration / 1000),
      outcome: result.status === 'passed' || result.status === 'skipped' ? result.status : 'failed',
      ...failureOf(result.errors.map(({ message = '' }) => message)),
      setUp: total(all, ({ category }) => category === 'hook' || category === 'fixture'),
      signIn: total(all, ({ title }) => title === signInStep),
      waiting: total(all, ({ category, title }) => category === 'expect' || waits.test(title)),
      axe: total(all, ({ title }) => title === axeStep),
    });
  }

  onEnd(): void {
    const file = process.env['YUNZHEN_DURATIONS_FILE'];
    if (file) writeFileSync(file, JSON.stringify(this.#durations));
  }

  printsToStdio(): boolean {
    return false;
  }
}

/** Returns the seconds of the outermost matching steps; nested ones are not counted twice. */
function total(steps: readonly TestStep[], matches: (step: TestStep) => boolean): number {
  const milliseconds = (each: readonly TestStep[]): number =>
    each.reduce((sum, step) => sum + (matches(step) ? Math.max(0, step.duration) : milliseconds(step.steps)), 0);
  return round(milliseconds(steps) / 1000);
}
