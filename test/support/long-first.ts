import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that start and kill whole processes over and over, that wait, or that verify thousands of signatures. */
const long =
  /\/(signing\/(killed-[a-z]+|rotation|pdf-verification)|platform\/supervisor|demo\/demo|media\/two-nodes|apart\/safety-threads|encryption\/key-agreement)\.test\.ts$/;

/**
 * Begins with what takes longest, so that it is not what one worker still does when the others have nothing left. Files that can share a
 * worker follow one another, since a worker ends where the next file needs another project or environment.
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
