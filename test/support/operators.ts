import { codeAt, stepAt } from '../../server/src/api/accounts/second-factor/one-time-code.ts';
import { newId } from '../../server/src/platform/ids.ts';
import { acceptOperatorInvitation, openOperatorInvitation } from '../../shared/src/operator/operator.contract.ts';
import { secretFrom } from './authenticator.ts';
import { TestClient } from './client.ts';
import type { TestApi } from './test-api.ts';

export const operatorPassword = 'lanterns on the canal';

/** Returns the headers that a page of the installation sends after this response. */
export const headersOf = (test: TestApi, answer: { headers: Headers }) => ({
  cookie: answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; '),
  origin: test.url,
});

/** Creates an operator with an invitation link; `code` returns the next code of the authenticator. */
export async function makeOperator(test: TestApi) {
  const anybody = new TestClient(test.url);
  const email = `${newId()}@operator.test`;
  const path = (await test.api.inviteOperator(email)) ?? '';
  const [, operatorId = '', secret = ''] = /invitation\/(.+)#(.+)$/.exec(path) ?? [];
  const link = { operatorId, secret };
  const { secret: key } = await anybody.ok(openOperatorInvitation, { body: link });
  let step = stepAt(test.clock.now()) - 1;
  const code = () => codeAt(secretFrom(key), ++step);
  const accept = (given: string) =>
    anybody.call(acceptOperatorInvitation, {
      body: { ...link, name: 'Wu Lan', password: operatorPassword, code: given },
    });
  return { email, link, code, accept };
}

/** Creates an operator and signs in. */
export async function signedInOperator(test: TestApi) {
  const person = await makeOperator(test);
  return { ...person, headers: headersOf(test, await person.accept(person.code())) };
}
