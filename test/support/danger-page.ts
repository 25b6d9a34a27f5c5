import {
  answerDangerPage,
  readDangerPage,
  type DangerPageAbout,
} from '../../shared/src/visits/danger-page.contract.ts';
import type { BodyInputOf } from '../../shared/src/core/route.ts';
import type { TestClient } from './client.ts';

/** Answers the current page of danger signs before a visit or a repeat request; the default is "none of these". */
export async function answerDangers(
  client: TestClient,
  about: DangerPageAbout,
  answer: BodyInputOf<typeof answerDangerPage>['answer'] = 'none',
) {
  const { page, shown } = await client.ok(readDangerPage, { query: about });
  return client.ok(answerDangerPage, { body: { about, page, shown, answer } });
}
