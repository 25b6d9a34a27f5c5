import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  giveAgreements,
  listOwnAgreements,
  readAgreementTexts,
} from '../../../shared/src/accounts/agreements.contract.ts';
import { actFor } from '../../../shared/src/accounts/acting.contract.ts';
import { readAccount } from '../../../shared/src/accounts/auth.contract.ts';
import { addChild } from '../../../shared/src/accounts/family.contract.ts';
import { signUp } from '../../../shared/src/accounts/sign-up.contract.ts';
import { publishConsentDraft, saveConsentDraft } from '../../../shared/src/administration/consent-texts.contract.ts';
import { agreedToStandard } from '../../support/agreements.ts';
import { TestClient } from '../../support/client.ts';
import { MailServer } from '../../support/mail-server.ts';
import { Office } from '../../support/office.ts';
import { proveByMail } from '../../support/proofs.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

let test: TestApi;
let mail: MailServer;
beforeAll(async () => {
  mail = await MailServer.start();
  test = await startTestApi({ SMTP_URL: mail.url });
});
afterAll(async () => {
  await test.close();
  await mail.close();
});

let people = 0;
async function newPerson({ hospital }: Office, agreed?: { kind: 'privacy' | 'terms'; version: string }[]) {
  const email = `agreeing-${++people}@example.test`;
  const proof = await proveByMail(test.url, mail, { hospital: hospital.slug, purpose: 'sign-up', email });
  const client = new TestClient(test.url);
  const who = { name: '顾清', birthDate: '1970-01-01', sex: 'male', locale: 'en' } as const;
  const body = { hospital: hospital.slug, proof, ...who, ...(agreed ? { agreed } : {}) };
  const answer = await client.call(signUp, { body });
  if (answer.status === 201) client.accessToken = answer.value.accessToken;
  return { client, answer, body };
}

async function publish(here: Office, label: string, asksAgreement = true) {
  const { client } = here.administrator;
  const query = { kind: 'terms' } as const;
  const wording = { title: label, paragraphs: ['One.'] };
  const body = { en: wording, 'zh-CN': wording };
  const { version } = await client.ok(saveConsentDraft, { query, version: 0, body });
  const validFrom = test.clock.now().toISOString();
  await client.ok(publishConsentDraft, { query, version, body: { label, validFrom, asksAgreement } });
}

const changed = (version: string) =>
  agreedToStandard.map((text) => (text.kind === 'terms' ? { kind: text.kind, version } : text));

describe('sign-up', () => {
  it('is refused without agreement to the versions in force, and leaves no account and a proof that still works', async () => {
    const here = await Office.open(test);
    const { client, answer, body } = await newPerson(here);
    expect(answer.problem.code).toBe('account.agreement-needed');
    const half = await client.call(signUp, { body: { ...body, agreed: agreedToStandard.slice(0, 1) } });
    expect(half.problem.code).toBe('account.agreement-needed');
    const { account } = await client.ok(signUp, { body: { ...body, agreed: agreedToStandard } });
    expect(account.agreementsDue).toEqual([]);
  });

  it('stores each version with its time and audits it', async () => {
    const here = await Office.open(test);
    const { client, answer } = await newPerson(here, agreedToStandard);
    const { items } = await client.ok(listOwnAgreements);
    expect(items).toEqual(
      agreedToStandard.map((text) => ({ ...text, locale: 'en', agreedAt: expect.stringMatching(/^\d{4}-/) })),
    );
    const trail = await trailOf(test, answer.value.account.id);
    const audited = trail.filter(({ action }) => action === 'account.agreed').map(({ details }) => details);
    expect(audited).toEqual(expect.arrayContaining(agreedToStandard));
  });

  it('refuses the version that was in force before', async () => {
    const here = await Office.open(test);
    await publish(here, '2027-1');
    expect((await newPerson(here, agreedToStandard)).answer.problem.code).toBe('account.agreement-needed');
    const { items } = await new TestClient(test.url).ok(readAgreementTexts, {
      params: { hospital: here.hospital.slug },
    });
    expect(items).toEqual(changed('2027-1'));
    expect((await newPerson(here, items)).answer.status).toBe(201);
  });
});

describe('a new version', () => {
  it('is due until the patient agrees, and not for staff', async () => {
    const here = await Office.open(test);
    const { client } = await newPerson(here, agreedToStandard);
    await publish(here, '2027-1');
    expect((await client.ok(readAccount)).agreementsDue).toEqual([{ kind: 'terms', version: '2027-1' }]);
    const old = await client.call(giveAgreements, { body: { agreed: agreedToStandard, locale: 'zh-CN' } });
    expect(old.problem.code).toBe('account.agreement-needed');
    const agree = () =>
      client.ok(giveAgreements, { body: { agreed: [{ kind: 'terms', version: '2027-1' }], locale: 'zh-CN' } });
    await Promise.all([agree(), agree()]);
    expect((await client.ok(readAccount)).agreementsDue).toEqual([]);
    const { items } = await client.ok(listOwnAgreements);
    expect(
      items
        .filter(({ kind }) => kind === 'terms')
        .map(({ version }) => version)
        .toSorted(),
    ).toEqual(['2027-1', agreedToStandard.at(-1)?.version]);
    expect((await here.administrator.client.ok(readAccount)).agreementsDue).toEqual([]);
  });

  it('is agreed to by a guardian for themselves while acting for a child', async () => {
    const here = await Office.open(test);
    const { client } = await newPerson(here, agreedToStandard);
    const body = { name: '顾小满', birthDate: '2015-02-02', sex: 'male', relation: 'parent', declared: true } as const;
    const { dependant } = await client.ok(addChild, { body });
    const { accessToken } = await client.ok(actFor, { body: { patientId: dependant?.patientId ?? '' } });
    const acting = new TestClient(test.url, accessToken);
    await publish(here, '2027-1');
    const { agreementsDue: agreed } = await acting.ok(readAccount);
    expect(agreed).toEqual([{ kind: 'terms', version: '2027-1' }]);
    const { items } = await acting.ok(giveAgreements, { body: { agreed, locale: 'en' } });
    expect(items.map(({ version }) => version)).toContain('2027-1');
    expect((await acting.ok(readAccount)).agreementsDue).toEqual([]);
  });

  it('that asks for nothing keeps earlier agreements', async () => {
    const here = await Office.open(test);
    const { client } = await newPerson(here, agreedToStandard);
    await publish(here, 'typo', false);
    expect((await client.ok(readAccount)).agreementsDue).toEqual([]);
  });

  it('of another hospital changes nothing here', async () => {
    const [here, other] = [await Office.open(test), await Office.open(test)];
    const { client } = await newPerson(here, agreedToStandard);
    await publish(other, '2027-1');
    expect((await client.ok(readAccount)).agreementsDue).toEqual([]);
  });
});

it('keeps agreements from being changed or removed', async () => {
  const here = await Office.open(test);
  await newPerson(here, agreedToStandard);
  for (const sql of [`UPDATE account_agreement SET text_version = 'x'`, 'DELETE FROM account_agreement'])
    await expect(test.source.query(sql)).rejects.toThrow(/permission denied/);
});
