import { test } from '@playwright/test';

/** Titles of the steps that sign in and that run axe; a run reports their durations separately. */
export const signInStep = 'sign in';
export const axeStep = 'axe';

/** Runs `work` as a step of the test, or directly when no test runs. */
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
