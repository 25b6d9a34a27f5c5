import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that repeatedly start and kill processes, that wait, or that verify thousands of signatures. */
const long =
  /\/(signing\/(killed-[a-z]+|rotation|pdf-verification)|platform\/supervisor|demo\/demo|media\/two-nodes|threads\/safety-threads|encryption\/key-agreement)\.test\.ts$/;

/**
 * Runs the slowest files first, so that none is left to one worker at the end. Groups files by project and environment, because a worker restarts
 * when these change.
 */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const places = new Map(sorted.map((file) => [file, placeOf(file)]));
    return sorted.toSorted((one, other) => (places.get(one) ?? '').localeCompare(places.get(other) ?? ''));
  }
}

function placeOf({ moduleId, project }: TestSpecification): string {
  const environment = /@vitest-environment (\S+)/.exec(readFileSync(moduleId, 'utf8'))?.[1] ?? '';
  return [project.name, environment, long.test(moduleId) ? 1 : 2].join(' ');
}
