import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that start and kill whole processes, over and over. */
const long = /\/(signing\/killed-[a-z]+|platform\/supervisor|demo\/demo|media\/two-nodes)\.test\.ts$/;

/** Begins with what takes longest, so that it is not what one worker still does when the others have nothing left. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => long.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
