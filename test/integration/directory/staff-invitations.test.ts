import { afterAll, beforeAll, expect, it } from 'vitest';
import type { QueryInputOf } from '../../../shared/src/core/route.ts';
import {
  inviteStaff,
  listStaffInvitations,
  withdrawStaffInvitation,
} from '../../../shared/src/directory/staff.contract.ts';
import { everyPage } from '../../support/every-page.ts';
import { Office } from '../../support/office.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

type Query = QueryInputOf<typeof listStaffInvitations>;

let test: TestApi;
let office: Office;
let theirs: Office;

beforeAll(async () => {
  test = await startTestApi();
  [office, theirs] = [await Office.open(test), await Office.open(test)];
  const people = [
    ['c', '魏岚', 'Wei Lan', '2026-03-01', '2026-03-09'],
    ['a', 'Anna Weber', '', '2026-03-02', '2126-03-09'],
    ['b', 'Bea', '100% sure', '2026-03-02', '2126-03-08'],
  ] as const;
  for (const [letter, name, nameLatin, invited, expires] of people) {
    const body = { ...office.invitation(['president']), email: `${letter}@invited.test`, name, nameLatin };
    await office.administrator.client.ok(inviteStaff, { body });
    await test.database.admin.query('UPDATE staff_invitation SET invited_at = $2, expires_at = $3 WHERE id = $1', [
      body.id,
      invited,
      expires,
    ]);
  }
  const taken = office.invitation(['president']);
  await office.administrator.client.ok(inviteStaff, { body: { ...taken, email: 'd@invited.test' } });
  await office.administrator.client.ok(withdrawStaffInvitation, { params: { invitationId: taken.id } });
});
afterAll(() => test.close());

/** Returns the listed invitations by the first letter of their address. */
const letters = async (query: Query, by = office) =>
  (await everyPage((page) => by.administrator.client.ok(listStaffInvitations, { query: { ...query, ...page } })))
    .map(({ email }) => email[0])
    .join('');

it('staff invitations are listed newest first or in the requested order, in both directions across pages', async () => {
  const newest = await letters({});
  expect(newest).toMatch(/^(ab|ba)c$/);
  expect(await letters({ order: 'asc' })).toBe([...newest].reverse().join(''));
  expect(await letters({ sort: 'expires', order: 'asc' })).toBe('cba');
  expect(await letters({ sort: 'expires' })).toBe('abc');
  expect(await letters({ sort: 'name', order: 'asc' })).toBe('bac');
  expect(await letters({ sort: 'name' })).toBe('cab');
});

it('staff invitations are found literally by either name and by address, within a state', async () => {
  expect(await letters({ q: 'wei lan' })).toBe('c');
  expect(await letters({ q: '魏' })).toBe('c');
  expect(await letters({ q: 'B@INVITED' })).toBe('b');
  expect(await letters({ q: '%' })).toBe('b');
  expect(await letters({ q: 'wei', state: 'expired' })).toBe('c');
  expect(await letters({ q: 'wei', state: 'open' })).toBe('');
  expect(await letters({ state: 'withdrawn' })).toBe('d');
});

it('staff invitations of another hospital are not found, also not through a cursor', async () => {
  expect(await letters({ q: 'invited' }, theirs)).toBe('');
  const { next } = await office.administrator.client.ok(listStaffInvitations, { query: { limit: 1 } });
  const beyond = await theirs.administrator.client.ok(listStaffInvitations, { query: { cursor: next ?? '' } });
  expect(beyond.items).toEqual([]);
});
