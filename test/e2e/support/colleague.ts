import type { Browser } from '@playwright/test';
import type { TestClient } from '../../support/client.ts';
import { outsider } from './outsider.ts';
import { Person } from './person.ts';

/** The other doctor of the department, who also heads it. */
export const colleague = { name: 'Thomas Keller', email: 'head@lakeside.demo.test' };

/** Returns the colleague’s client, without a page. */
export function colleagueOutside(): Promise<TestClient> {
  return outsider('lakeside', colleague.email);
}

/** Opens the colleague’s queue in a browser. */
export function colleagueArrives(browser: Browser): Promise<Person> {
  return Person.signedIn(browser, 'Head of department', { hospital: 'Lakeside Clinic', at: '/workbench' });
}
