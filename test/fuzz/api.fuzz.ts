import { permits, type Permission } from '../../shared/src/core/permission.ts';
import type { AnyRoute } from '../../shared/src/core/route.ts';
import type { ActorRow } from '../support/access/access-actors.ts';
import { addressOf, valueFor } from '../support/contract-values.ts';
import { everyRoute, schemasByName } from '../support/contracts.ts';
import { demoGround } from './demo-ground.ts';
import type { FuzzTarget } from './fuzzing.ts';
import { jsonOf, spoiled } from './hostile-values.ts';

/** Calls every route as an account with permission, with values generated from its contract and then corrupted. */
const target: FuzzTarget = async () => {
  const { test, factory, world, actors } = await demoGround();
  const routes = (await everyRoute()).filter(({ permission }) => permission !== 'node');
  const people = [...actors.byRole.values()];
  const mayAsk = (route: AnyRoute): ActorRow[] => {
    if (route.permission === 'public' || route.permission === 'operator') return [];
    return people.filter(({ roles }) => permits(roles, route.permission as Permission));
  };
  return async (random) => {
    const route = random.pick(routes);
    const schema = schemasByName.get(route.name);
    const seed = random.between(0, 1000);
    const may = mayAsk(route);
    const actor = may.length > 0 ? random.pick(may) : null;
    const made = (part: 'params' | 'query' | 'body') => (schema?.[part] ? valueFor(schema[part], seed) : undefined);
    const ids = random.chance(0.8) ? world.paramsOf(route.path) : {};
    const params = { ...(made('params') as object), ...ids };
    const query = random.chance(0.5) ? spoiled(made('query') ?? {}, random) : (made('query') ?? {});
    const body = random.chance(0.7) ? spoiled(world.bodyOf(made('body')), random) : world.bodyOf(made('body'));
    const file = schema?.accepts?.[0];
    const payload = file ? Buffer.from('%PDF-1.7\n%%EOF') : schema?.body ? jsonOf(body) : undefined;
    const path = addressOf(
      route.path,
      random.chance(0.1) ? membersOf(spoiled(params, random)) : params,
      membersOf(query),
    );
    const token = actor && (await factory.sessionOf(actor)).accessToken;
    const answer = await fetch(test.url + path, {
      method: route.method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(route.ifMatch ? { 'if-match': `"${random.between(0, 3)}"` } : {}),
        ...(payload === undefined ? {} : { 'content-type': file ?? 'application/json' }),
      },
      ...(payload === undefined ? {} : { body: payload }),
    });
    const text = await answer.text();
    const input = { route: route.name, as: actor?.roles, method: route.method, path, body };
    // 503 is expected from an installation without a media node, a mail server or a push key.
    const failed = answer.status >= 500 && answer.status !== 503;
    return {
      input: JSON.parse(jsonOf(input)) as unknown,
      wrong: failed ? `${answer.status} ${text.slice(0, 300)}` : null,
    };
  };
};

/** Returns the members of a spoiled value, none if it is no object any more. */
const membersOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

export default target;
