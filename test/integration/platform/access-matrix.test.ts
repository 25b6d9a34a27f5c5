import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tryFirstPrescriptions } from '../../../server/src/demo/first-prescriptions.ts';
import { demoHospitals, seedDemo } from '../../../server/src/demo/seed.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import { AccessTokens } from '../../../server/src/platform/tickets/access-token.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { openKeyEncryption } from '../../../server/src/platform/signing/open-key-encryption.ts';
import { isStaff, permits, roles, type Permission, type Role } from '../../../shared/src/core/permission.ts';
import type { AnyRoute } from '../../../shared/src/core/route.ts';
import { accessActors, type AccessActors, type ActorRow } from '../../support/access/access-actors.ts';
import { queryOf, readsWithoutRows } from '../../support/access/access-queries.ts';
import { AccessWorld } from '../../support/access/access-world.ts';
import { addressOf, valueFor } from '../../support/contract-values.ts';
import { everyRoute, schemasByName } from '../../support/contracts.ts';
import { ownBySuperuser } from '../../support/database.ts';
import { Factory } from '../../support/factories.ts';
import { withRecentFactor } from '../../support/step-up.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

/*
 * Every route × every role × own, another person’s and another hospital’s data. The routes come from the contracts, the expected results from the
 * permission table, the data from two demo hospitals.
 */

let test: TestApi;
let factory: Factory;
let routes: readonly AnyRoute[];
let own: AccessWorld;
let wuzhen: AccessActors;
let lakeside: AccessActors;

/** Routes that succeed without the row that they name: they list nothing, remove nothing, or create a list under the caller’s id. */
const withoutTheRow = new Set(['listReviewThreads', 'removeTemplate', 'uploadHospitalList']);
/** Routes that a session may call before its second factor; sign-out and refresh need only the cookie. */
const ofTheSecondFactor = [
  'addPasskey',
  'askForEnrolmentCode',
  'beginAuthenticator',
  'beginPasskey',
  'beginPasskeyConfirmation',
  'confirmAuthenticator',
  'confirmSession',
  'proveEnrolment',
  'readAccount',
  'readSecondFactors',
];
/** Ends the sessions of all other requests of its account that are on their way. */
const endsOthers = ({ name }: AnyRoute) => name === 'endOtherSessions';
/** A doctor opens another doctor’s patient’s chart in an emergency and may read it from then on. This is audited and shown to the patient. */
const forEmergencies = 'openByBreakGlass';

beforeAll(async () => {
  const log = createLogger({ name: 'test', level: 'fatal' });
  test = await startTestApi({ DEMO_MODE: 'true', DATABASE_POOL: '20' }, log);
  factory = new Factory(test);
  const { adminUrl: ownerUrl, admin } = test.database;
  await ownBySuperuser(test.database);
  const keys = await openKeyEncryption(test.settings);
  const hospitals = demoHospitals.map((plan) => ({ ...plan, furtherPatients: 20, visitsADay: 2 }));
  await seedDemo({ ownerUrl, keys, clock: test.clock, log, hospitals });
  const transactions = new Transactions(test.source, test.clock);
  await tryFirstPrescriptions({ server: test.api.server, transactions, keys, log });
  routes = await everyRoute();
  const [actorsOf, worldOf] = [
    async (world: AccessWorld) => {
      const { rows } = await admin.query<{ id: string }>('SELECT id FROM hospital WHERE slug = $1', [world.slug]);
      const guest = await factory.account({ id: rows[0]?.id ?? '' }, ['guest'], 'Guest');
      return accessActors(admin, world, guest);
    },
    (slug: string) => AccessWorld.of(admin, slug),
  ];
  wuzhen = await actorsOf(await worldOf('wuzhen'));
  lakeside = await actorsOf(await worldOf('lakeside'));
  own = await worldOf('wuzhen');
}, 120_000);
afterAll(() => test.close());

interface Sent {
  status: number;
  code: string;
  text: string;
  /** Whether a browser or proxy may store the answer. */
  stored: boolean;
  /** The ids that the request itself named. */
  named: ReadonlySet<string>;
}

/** The generator’s large numbers are not valid JSON. */
const textOf = (value: unknown) =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? Number(each) : each));
const idForm = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const idsIn = (text: string) => new Set(text.match(idForm));

const tokens = new Map<string, Promise<string>>();

/** Returns a token; of a new session for requests that may change something, because some end their session. */
function tokenFor(actor: ActorRow, route: AnyRoute): Promise<string> {
  const fresh = async () => (await factory.sessionOf(actor)).accessToken;
  if (!isReading(route) && isForPeople(route) && mayAsk(route, actor)) return fresh();
  const known = tokens.get(actor.accountId) ?? fresh();
  tokens.set(actor.accountId, known);
  return known;
}

/** Sends a request without query and body: callers without permission are rejected before these are read. */
async function knock(route: AnyRoute, actor: ActorRow | null, headers: Record<string, string> = {}): Promise<Sent> {
  const token = actor && (await tokenFor(actor, route));
  const url = route.path.replaceAll(/:\w+/g, own.patientId);
  const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const { statusCode, body } = await test.api.server.inject({
    method: route.method,
    url,
    headers: { ...authorization, ...headers },
  });
  return {
    status: statusCode,
    code: (JSON.parse(body) as { code: string }).code,
    text: body,
    stored: false,
    named: new Set(),
  };
}

/** Sends a request to a route with data of the hospital Wuzhen. */
async function send(route: AnyRoute, actor: ActorRow | null, given?: string, from = '127.0.0.1'): Promise<Sent> {
  const schema = schemasByName.get(route.name);
  const params = {
    ...(schema?.params ? (valueFor(schema.params, 1) as object) : {}),
    ...own.paramsOf(route.path),
  };
  const url = addressOf(route.path, params, own.bodyOf(queryOf(route.name)) as Record<string, unknown>);
  const file = schema?.accepts?.[0];
  const body = schema?.body ? textOf(own.bodyOf(valueFor(schema.body, 1))) : undefined;
  const token = given ?? (actor && (await tokenFor(actor, route)));
  const answer = await test.api.server.inject({
    method: route.method,
    url,
    remoteAddress: from,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(route.ifMatch ? { 'if-match': '"1"' } : {}),
      ...(file ? { 'content-type': file } : body ? { 'content-type': 'application/json' } : {}),
    },
    ...(file ? { payload: Buffer.from('%PDF-1.7\n%%EOF') } : body ? { payload: body } : {}),
  });
  const isProblem = answer.headers['content-type']?.toString().includes('problem+json') ?? false;
  const code = isProblem ? String(answer.json<{ code: string }>().code) : '';
  const stored = !String(answer.headers['cache-control']).includes('no-store');
  return { status: answer.statusCode, code, text: answer.body, stored, named: idsIn(url + (body ?? '')) };
}

/** Runs all cases, some in parallel, and returns the errors. */
async function wrongOf<Case extends { route: AnyRoute }>(
  cases: readonly Case[],
  check: (one: Case) => Promise<string | null>,
): Promise<string[]> {
  // Requests that change something come last: they may end sessions that others read with.
  tokens.clear();
  const of = (isIn: (route: AnyRoute) => boolean) => cases.filter(({ route }) => isIn(route));
  const reading = await wrongOfAll(of(isReading), check);
  const changing = await wrongOfAll(
    of((route) => !isReading(route) && !endsOthers(route)),
    check,
  );
  const alone = await wrongOfAll(of(endsOthers), check, 1);
  return [...reading, ...changing, ...alone].sort();
}

async function wrongOfAll<Case>(
  cases: readonly Case[],
  check: (one: Case) => Promise<string | null>,
  atOnce = 8,
): Promise<string[]> {
  const wrong: string[] = [];
  const left = [...cases];
  const worker = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      const found = await check(one);
      if (found) wrong.push(found);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return wrong;
}

/** An installation without a media node or a push key answers 503. */
const failed = ({ status }: Sent) => status >= 500 && status !== 503;
const isForPeople = (route: AnyRoute) => !['public', 'node', 'operator'].includes(route.permission);
const mayAsk = (route: AnyRoute, actor: ActorRow) => permits(actor.roles, route.permission as Permission);
const isReading = (route: AnyRoute) => route.method === 'GET';
/** Returns whether a request succeeded that named one of these rows in its path, or in its body to change something. */
function tookRow(route: AnyRoute, { status, named }: Sent, rows: ReadonlySet<string>): boolean {
  const used = isReading(route) ? Object.values(own.paramsOf(route.path)) : [...named];
  return status < 400 && !withoutTheRow.has(route.name) && used.some((id) => rows.has(id));
}
const cells = (actors: readonly ActorRow[]) => routes.flatMap((route) => actors.map((actor) => ({ route, actor })));
const shown = ({ route, actor }: { route: AnyRoute; actor: ActorRow | null }, { status, code, text }: Sent) =>
  `${route.method} ${route.path} as ${actor?.roles.join('+') ?? 'nobody'}: ${status} ${code || text.slice(0, 200)}`;
const isEmptyList = ({ text }: Sent) =>
  text.startsWith('{') && (JSON.parse(text) as { items?: unknown[] }).items?.length === 0;
const leaksOf = ({ text, named }: Sent, secrets: ReadonlySet<string>) =>
  [...idsIn(text)].filter((id) => secrets.has(id) && !named.has(id));

describe('the access matrix', () => {
  it('has a case for every route and every role', () => {
    expect(routes.length).toBeGreaterThan(300);
    expect(routes.flatMap(({ path }) => AccessWorld.unknownIn(path).map((name) => `${path}: ${name}`))).toEqual([]);
    expect([...wuzhen.byRole.keys()].sort()).toEqual([...roles].sort());
    expect([...lakeside.byRole.keys()].sort()).toEqual([...roles].sort());
    const served = [...test.api.routes.registered.keys()].sort();
    expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(served);
  });

  it('has an object for every route that names one', () => {
    const without = routes.flatMap(({ path }) => own.emptyFor(path).map((table) => `${path}: ${table}`));
    expect(without).toEqual([]);
  });

  it('rejects requests without a session and roles that the table does not permit', async () => {
    const actors: (ActorRow | null)[] = [null, ...wuzhen.byRole.values()];
    const refused = routes
      .filter(isForPeople)
      .flatMap((route) => actors.map((actor) => ({ route, actor })))
      .filter(({ route, actor }) => actor === null || !mayAsk(route, actor));
    const wrong = await wrongOf(refused, async (cell) => {
      const sent = await knock(cell.route, cell.actor);
      const expected = cell.actor === null ? '401 auth.required' : '403 auth.forbidden';
      return `${sent.status} ${sent.code}` === expected ? null : shown(cell, sent);
    });
    expect(wrong).toEqual([]);
  }, 120_000);

  it('rejects a staff session with a password only, except on the routes of the second factor', async () => {
    const tokens = new AccessTokens(test.settings.ACCESS_TOKEN_SECRET);
    const wrong: string[] = [];
    for (const [role, actor] of wuzhen.byRole) {
      const { sessionId } = await factory.sessionOf(actor);
      const waiting = { ...actor, sessionId, factorPending: true } as const;
      const { accessToken } = tokens.issue(waiting, test.clock.now());
      for (const route of routes.filter(isForPeople)) {
        const answer = await test.api.server.inject({
          method: route.method,
          url: route.path.replaceAll(/:\w+/g, own.patientId),
          headers: { authorization: `Bearer ${accessToken}` },
        });
        const refused = answer.statusCode === 403 && answer.body.includes('auth.second-factor-required');
        if (refused !== (route.confirmation !== 'pending')) wrong.push(`${route.name} as ${role}`);
      }
    }
    expect(wrong).toEqual([]);
    const pending = routes.filter(({ confirmation }) => confirmation === 'pending').map(({ name }) => name);
    expect(pending.sort()).toEqual(ofTheSecondFactor);
  }, 120_000);

  it('rejects sensitive actions without a recent second factor', async () => {
    const weighty = routes.filter(({ confirmation }) => confirmation === 'recent');
    expect(weighty.map(({ name }) => name).sort()).toEqual(withRecentFactor);
    const wrong: string[] = [];
    for (const route of weighty) {
      for (const actor of [...wuzhen.byRole.values()].filter((each) => mayAsk(route, each))) {
        const { accessToken } = await factory.unconfirmedSession(await factory.sessionOf(actor));
        const sent = await send(route, actor, accessToken);
        if (sent.code !== 'auth.second-factor-required') wrong.push(shown({ route, actor }, sent));
      }
    }
    expect(wrong).toEqual([]);
  });

  it('rejects members of a hospital on the routes of media nodes and operators', async () => {
    const actors: (ActorRow | null)[] = [null, ...wuzhen.byRole.values()];
    const closed = routes
      .filter(({ permission }) => permission === 'node' || permission === 'operator')
      .flatMap((route) => actors.map((actor) => ({ route, actor })));
    const wrong = await wrongOf(closed, async (cell) => {
      const sent = await knock(cell.route, cell.actor, { origin: test.settings.PUBLIC_URL });
      return sent.status === 401 ? null : shown(cell, sent);
    });
    expect(wrong).toEqual([]);
  });

  it('shows and changes nothing of one hospital for people of another', async () => {
    const foreign = cells([...lakeside.byRole.values()]).filter(
      ({ route, actor }) => isForPeople(route) && mayAsk(route, actor),
    );
    const wrong = await wrongOf(foreign, async (cell) => {
      const sent = await send(cell.route, cell.actor);
      if (failed(sent) || sent.status === 401) return shown(cell, sent);
      if (leaksOf(sent, own.allIds).length > 0) return `leak: ${shown(cell, sent)}`;
      return tookRow(cell.route, sent, own.allIds) ? shown(cell, sent) : null;
    });
    expect(wrong).toEqual([]);
  }, 120_000);

  it('shows and changes nothing of a patient for another patient, or for a doctor without a visit', async () => {
    const { patient, doctor } = wuzhen.strangers;
    const foreign = cells([patient, doctor]).filter(
      ({ route, actor }) => isForPeople(route) && mayAsk(route, actor) && route.name !== forEmergencies,
    );
    const wrong = await wrongOf(foreign, async (cell) => {
      const sent = await send(cell.route, cell.actor);
      if (failed(sent) || sent.status === 401) return shown(cell, sent);
      if (leaksOf(sent, own.privateIds).length > 0) return `leak: ${shown(cell, sent)}`;
      return tookRow(cell.route, sent, own.privateIds) ? shown(cell, sent) : null;
    });
    expect(wrong).toEqual([]);
  }, 120_000);

  it('lets every role read its own data, which nothing may store', async () => {
    const reading = cells([...wuzhen.byRole.values()]).filter(
      ({ route, actor }) => isForPeople(route) && isReading(route) && mayAsk(route, actor),
    );
    const read = new Map<Role, number>();
    const shownBy = new Set<string>();
    const wrong = await wrongOf(reading, async (cell) => {
      const sent = await send(cell.route, cell.actor);
      const [role] = cell.actor.roles;
      if (role && sent.status < 300) read.set(role, (read.get(role) ?? 0) + 1);
      if (sent.status < 300 && !isEmptyList(sent)) shownBy.add(cell.route.name);
      if (sent.status < 300 && sent.stored) return `may be stored: ${shown(cell, sent)}`;
      return failed(sent) || sent.status === 401 ? shown(cell, sent) : null;
    });
    expect(wrong).toEqual([]);
    const silent = new Set(reading.map(({ route }) => route.name).filter((name) => !shownBy.has(name)));
    expect([...silent].filter((name) => !readsWithoutRows.has(name))).toEqual([]);
    // The minimum of readable routes, so that the rejections above are not caused by missing data.
    const least = { patient: 25, doctor: 25, pharmacist: 10, president: 8, administrator: 25, dispenser: 4 };
    for (const [role, count] of Object.entries(least))
      expect(read.get(role as Role) ?? 0, role).toBeGreaterThanOrEqual(count);
  }, 120_000);

  it('names in the audit each patient that an answer shows to staff', async () => {
    const staff = [...wuzhen.byRole.values()].filter(({ roles: own }) => isStaff(own));
    const reading = cells(staff).filter(
      ({ route, actor }) => isForPeople(route) && isReading(route) && mayAsk(route, actor),
    );
    let number = 0;
    let shownPatients = 0;
    const wrong = await wrongOf(reading, async ({ route, actor }) => {
      // An address and a session of its own: what a list has shown in a session is not recorded again for an hour.
      const from = `10.1.${++number >> 8}.${number & 255}`;
      const { accessToken } = await factory.sessionOf(actor);
      const sent = await send(route, actor, accessToken, from);
      if (sent.status >= 300) return null;
      const shownIds = own.patientsIn(idsIn(sent.text));
      const { rows } = await test.database.admin.query<{ id: string }>(
        'SELECT DISTINCT patient_id AS id FROM audit_event WHERE address = $1 AND patient_id IS NOT NULL',
        [from],
      );
      const named = new Set(rows.map(({ id }) => id));
      shownPatients += shownIds.size;
      const missing = [...shownIds].filter((id) => !named.has(id)).length;
      return missing > 0 ? `${route.name} as ${actor.roles.join('+')}: ${missing} of ${shownIds.size}` : null;
    });
    expect(wrong).toEqual([]);
    expect(shownPatients).toBeGreaterThan(20);
  }, 120_000);

  it('returns no server error for permitted or public requests', async () => {
    const doing = cells([...wuzhen.byRole.values()]).filter(
      ({ route, actor }) => isForPeople(route) && !isReading(route) && mayAsk(route, actor),
    );
    const open = routes.filter(({ permission }) => permission === 'public').map((route) => ({ route, actor: null }));
    const wrong = await wrongOf<{ route: AnyRoute; actor: ActorRow | null }>([...doing, ...open], async (cell) => {
      const sent = await send(cell.route, cell.actor);
      return failed(sent) || (cell.actor !== null && sent.status === 401 && sent.code === 'auth.required')
        ? shown(cell, sent)
        : null;
    });
    expect(wrong).toEqual([]);
  }, 120_000);
});
