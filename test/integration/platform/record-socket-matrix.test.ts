import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ack } from '../../../shared/src/core/ack.ts';
import { roles, type Role } from '../../../shared/src/core/permission.ts';
import type { RecordClientToServer } from '../../../shared/src/core/record-socket.ts';
import { recordEntities } from '../../../shared/src/core/record-socket.constants.ts';
import { recordChanged, renewSession } from '../../../shared/src/core/record-socket.schemas.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { listen, type RecordListener } from '../../support/record-socket.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

/*
 * Every event of the record socket × every role × own, another's and another hospital's. Entities and roles come from the contracts.
 */

/** Events that a page sends: a new one has to be added here before this compiles. */
const sent = { renew: renewSession } satisfies Record<keyof RecordClientToServer, unknown>;

interface Seat {
  person: TestPerson;
  page: RecordListener;
}
/** A person of one role, a colleague of the same role, and one of the same role in another hospital. */
type Row = Record<'own' | 'colleague' | 'foreign', Seat>;

let test: TestApi;
let hospital: TestHospital;
const rows = new Map<Role, Row>();

beforeAll(async () => {
  test = await startTestApi();
  const factory = new Factory(test);
  hospital = await factory.hospital();
  const other = await factory.hospital();
  const seat = async (at: TestHospital, role: Role): Promise<Seat> => {
    const person = await factory.account(at, [role], role);
    return { person, page: await listen(test.url, person.accessToken) };
  };
  for (const role of roles) {
    const [own, colleague, foreign] = [await seat(hospital, role), await seat(hospital, role), await seat(other, role)];
    rows.set(role, { own, colleague, foreign });
  }
});
afterAll(async () => {
  for (const { page } of seats()) page.close();
  await test.close();
});

const seats = (): Seat[] => [...rows.values()].flatMap((row) => Object.values(row));
const rowOf = (role: Role): Row => {
  const row = rows.get(role);
  if (!row) throw new Error(`no account has the role ${role}`);
  return row;
};

type Audience = { accountIds: string[] } | { roles: Role[] };
const publishChange = (entity: (typeof recordEntities)[number], id: string, to: Audience) => {
  const at = test.clock.now();
  test.api.hub.publish([
    { type: 'test.changed', hospitalId: hospital.id, entityId: id, at, changes: [{ entity, id, to }] } as never,
  ]);
};

/** Sends a final message to each socket and waits for it, so that all earlier messages have arrived. */
async function settled(): Promise<void> {
  await Promise.all(
    seats().map(({ person, page }) => {
      const id = newId();
      publishChange('inbox', id, { accountIds: [person.accountId] });
      return page.next({ id });
    }),
  );
}

const heardBy = (ids: ReadonlySet<string>) =>
  new Map(
    seats().map(({ person, page }) => [
      person.accountId,
      page.short.filter((line) => ids.has(line.split(' ')[1] ?? '')),
    ]),
  );

describe.each(roles)('an event for the role %s', (role) => {
  it('reaches only the account that it names, for every entity', async () => {
    const { person } = rowOf(role).own;
    const sentChanges = recordEntities.map((entity) => ({ entity, id: newId() }));
    for (const { entity, id } of sentChanges) publishChange(entity, id, { accountIds: [person.accountId] });
    await settled();
    const heard = heardBy(new Set(sentChanges.map(({ id }) => id)));
    expect(heard.get(person.accountId)).toEqual(sentChanges.map(({ entity, id }) => `${entity} ${id}`));
    for (const [accountId, lines] of heard) if (accountId !== person.accountId) expect(lines).toEqual([]);
  });

  it('reaches the role in its own hospital only, for every entity', async () => {
    const { own, colleague } = rowOf(role);
    const changesToRole = recordEntities.map((entity) => ({ entity, id: newId() }));
    for (const { entity, id } of changesToRole) publishChange(entity, id, { roles: [role] });
    await settled();
    const heard = heardBy(new Set(changesToRole.map(({ id }) => id)));
    const expected = changesToRole.map(({ entity, id }) => `${entity} ${id}`);
    for (const [accountId, lines] of heard) {
      const isAddressed = [own, colleague].some(({ person }) => person.accountId === accountId);
      expect(lines).toEqual(isAddressed ? expected : []);
    }
  });

  it('contains ids of the change and nothing else', () => {
    const { page } = rowOf(role).own;
    expect(page.heard.length).toBeGreaterThan(0);
    for (const change of page.heard) expect(recordChanged.safeParse(change).error).toBeUndefined();
  });
});

describe.each(Object.keys(sent) as (keyof typeof sent)[])('the event %s of a page', (event) => {
  it.each(roles)('from a %s is accepted for their own session only', async (role) => {
    const { own, colleague, foreign } = rowOf(role);
    const answer = ({ accessToken }: TestPerson) =>
      own.page.socket.emitWithAck(event, { accessToken }) as Promise<Ack<{ expiresAt: string }>>;
    expect(await answer(own.person)).toMatchObject({ ok: true });
    for (const { person } of [colleague, foreign]) {
      expect(await answer(person)).toEqual({ ok: false, code: 'auth.required' });
    }
    expect(own.page.socket.connected).toBe(true);
  });
});
