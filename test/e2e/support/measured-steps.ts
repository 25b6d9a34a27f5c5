import { test } from '@playwright/test';

/** Titles of the steps that sign in and that run axe: the durations of a run count their time apart. */
export const signInStep = 'sign in';
export const axeStep = 'axe';

/** Does the work as a step of the test, or plainly where no test runs. */
export async function measured<Value>(title: string, work: () => Promise<Value>): Promise<Value> {
  return isInTest() ? test.step(title, work) : work();
}

function isInTest(): boolean {
  try {
    return Boolean(test.info());
  } catch {
    return false;
  }
}
