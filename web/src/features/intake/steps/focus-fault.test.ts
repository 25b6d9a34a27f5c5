// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { focusFault } from './focus-fault.ts';

afterEach(() => document.body.replaceChildren());

/** Returns what has the focus on a page with these questions. */
function focusedIn(questions: string): string | undefined {
  document.body.innerHTML = questions;
  focusFault(document.body);
  return document.activeElement?.id;
}

const answered = '<fieldset><input id="answered"></fieldset>';

it('The first field of the first question with an error is focused', () => {
  const faulty = '<fieldset data-fault="required"><input type="file"><input id="open"></fieldset>';
  expect(focusedIn(answered + faulty)).toBe('open');
});

it('A question whose part is loading is focused itself, and one whose part did not load offers its button', () => {
  const part = (content: string) => `${answered}<div id="part" tabindex="-1" data-fault="required">${content}</div>`;
  expect(focusedIn(part('<span role="status">Loading</span>'))).toBe('part');
  expect(focusedIn(part('<p role="alert">No connection</p><button id="retry">Try again</button>'))).toBe('retry');
});
