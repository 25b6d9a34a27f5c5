import {
  expect as costly,
  type ExpectMatcherState,
  type Locator,
  type MatcherReturnType,
  type Page,
} from '@playwright/test';

/*
 * Playwright’s own assertions cost the page that they wait for: each attempt that fails reads the accessibility tree of the element, or of the whole
 * page where the element is missing. After a third of a second they look only twice a second. Those below wait for a selector first, which reads
 * nothing, and look ten times a second while a page usually loads.
 */

/** Up to this timeout Playwright looks ten times a second: it leaves out pauses of more than a fifth of the timeout. */
const soonMs = 2_000;
/** For an assertion that has failed already and only says why. */
const lastLookMs = 100;

interface Patience {
  timeout?: number;
}
type Assertion = (...given: unknown[]) => Promise<void>;

const succeeds = (wait: Promise<unknown>): Promise<boolean> =>
  wait.then(
    () => true,
    () => false,
  );

/** Runs Playwright’s own assertion, often at first, and returns its outcome for a matcher that may be negated. */
async function judged(
  { isNot }: ExpectMatcherState,
  received: Locator | Page,
  name: string,
  assert: (assertion: Assertion, timeout: number) => Promise<void>,
  { begun = Date.now(), soon = 0, later = 0 }: { begun?: number; soon?: number; later?: number },
): Promise<MatcherReturnType> {
  const own = costly(received as Locator) as unknown as Record<string, Assertion> & { not: Record<string, Assertion> };
  const assertion = (isNot ? own.not : own)[name] as Assertion;
  if (soon > 0 && (await succeeds(assert(assertion, soon)))) return { pass: !isNot, message: () => '' };
  try {
    await assert(assertion, Math.max(lastLookMs, later));
    return { pass: !isNot, message: () => '' };
  } catch (error) {
    const waited = `after ${Date.now() - begun} ms in all`;
    return { pass: isNot, message: () => `${error instanceof Error ? error.message : String(error)}\n\n${waited}` };
  }
}

/** Returns what matches as soon as the assertion may hold. */
type SignOf = (locator: Locator, given: readonly unknown[]) => Locator;

const attached: SignOf = (locator) => locator.first();
/** An expression with an anchor would meet the white space that assertions ignore. */
const withText: SignOf = (locator, [text]) => {
  const isSign = typeof text === 'string' || (text instanceof RegExp && !/[$^]/.test(text.source));
  return (isSign ? locator.filter({ hasText: text }) : locator).first();
};
const withAttribute: SignOf = (locator, [name, value]) =>
  typeof value === 'string'
    ? locator.and(locator.page().locator(`[${String(name)}=${JSON.stringify(value)}]`)).first()
    : locator.first();
const focused: SignOf = (locator) => locator.and(locator.page().locator(':focus'));

/** @param options the place of the options among the assertion’s arguments */
function quiet(name: string, options: number, signOf?: SignOf) {
  return async function (this: ExpectMatcherState, locator: Locator, ...given: unknown[]): Promise<MatcherReturnType> {
    const { timeout = this.timeout } = (given[options] ?? {}) as Patience;
    const begun = Date.now();
    const soon = Math.min(soonMs, timeout);
    if (signOf && !this.isNot)
      await succeeds(signOf(locator, given).waitFor({ state: 'attached', timeout: Math.max(1, soon) }));
    const assert = (assertion: Assertion, patience: number) => {
      const own = [...given];
      own[options] = { ...(given[options] as Patience | undefined), timeout: patience };
      return assertion(...own);
    };
    const left = Math.max(1, soon - (Date.now() - begun));
    return judged(this, locator, name, assert, { begun, soon: left, later: timeout - soon });
  };
}

type State = 'attached' | 'detached' | 'visible' | 'hidden';

/** Waits as exactly as Playwright’s own assertion, which then only writes the message. */
function seen(name: string, state: State, opposite: State) {
  return async function (this: ExpectMatcherState, locator: Locator, given: Patience = {}): Promise<MatcherReturnType> {
    const { timeout = this.timeout } = given;
    const begun = Date.now();
    const wanted = this.isNot ? opposite : state;
    for (const part of [Math.min(soonMs, timeout), timeout - soonMs])
      if (part > 0 && (await succeeds(locator.waitFor({ state: wanted, timeout: part }))))
        return { pass: !this.isNot, message: () => '' };
    return judged(this, locator, name, (assertion, patience) => assertion({ timeout: patience }), { begun });
  };
}

async function toHaveURL(
  this: ExpectMatcherState,
  page: Page,
  address: string | RegExp | ((url: URL) => boolean),
  { timeout = this.timeout }: Patience = {},
): Promise<MatcherReturnType> {
  const assert = (assertion: Assertion, patience: number) => assertion(address, { timeout: patience });
  const begun = Date.now();
  // As a text it is an address below the base, which only Playwright’s own assertion knows.
  if (typeof address === 'string') return judged(this, page, 'toHaveURL', assert, { later: timeout });
  const fits = (url: URL) => (typeof address === 'function' ? address(url) : address.test(url.href));
  const arrives = page.waitForURL((url) => fits(url) !== this.isNot, { timeout, waitUntil: 'commit' });
  if (await succeeds(arrives)) return { pass: !this.isNot, message: () => '' };
  return judged(this, page, 'toHaveURL', assert, { begun });
}

/** Pauses of a poll: Playwright’s own are a second from the fourth on. */
const intervals = [20, 50, ...Array<number>(15).fill(100), 500];

const observing = costly.configure({ timeout: 20_000 }).extend({
  toBeVisible: seen('toBeVisible', 'visible', 'hidden'),
  toBeHidden: seen('toBeHidden', 'hidden', 'visible'),
  toBeAttached: seen('toBeAttached', 'attached', 'detached'),
  toHaveURL,
  toBeFocused: quiet('toBeFocused', 0, focused),
  toBeChecked: quiet('toBeChecked', 0, attached),
  toBeEnabled: quiet('toBeEnabled', 0, attached),
  toBeDisabled: quiet('toBeDisabled', 0, attached),
  toHaveCount: quiet('toHaveCount', 1),
  toContainText: quiet('toContainText', 1, withText),
  toHaveText: quiet('toHaveText', 1, withText),
  toHaveValue: quiet('toHaveValue', 1, attached),
  toHaveAttribute: quiet('toHaveAttribute', 2, withAttribute),
}) as typeof costly;

const { poll } = observing;
/**
 * Playwright’s `expect` for pages that load. Its timeout also holds in drills and benches, where no test runs and Playwright would wait for five seconds
 * only.
 */
export const expect: typeof costly = Object.assign(observing, {
  poll: <Value>(actual: () => Value | Promise<Value>, options: Parameters<typeof poll>[1] = {}) =>
    poll(actual, { intervals, ...(typeof options === 'string' ? { message: options } : options) }),
});
