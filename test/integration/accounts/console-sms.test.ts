import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { askForCode, proveCode } from '../../../shared/src/accounts/one-time-codes.contract.ts';
import { TestClient } from '../../support/client.ts';
import { Factory } from '../../support/factories.ts';
import { codeIn } from '../../support/proofs.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
const printed: string[] = [];
const print = vi.spyOn(process.stdout, 'write').mockImplementation((line) => printed.push(String(line)) > 0);

beforeAll(async () => {
  test = await startTestApi({ SMS_CONSOLE: 'true' });
});
afterAll(async () => {
  print.mockRestore();
  await test.close();
});

it('prints a code for a phone on the terminal when there is no SMS gateway, and accepts it', async () => {
  const hospital = await new Factory(test).hospital();
  const stranger = new TestClient(test.url);
  const body = { hospital: hospital.slug, purpose: 'sign-up', phone: '+8613800138222', locale: 'en' } as const;
  const { codeId } = await stranger.ok(askForCode, { body });
  const ours = () => printed.find((line) => line.startsWith('Text message to +8613800138222: '));
  await expect.poll(ours).toBeDefined();
  const proof = { hospital: hospital.slug, code: codeIn((ours() ?? '').split(': ').slice(1).join(': ')) };
  expect((await stranger.call(proveCode, { params: { codeId }, body: proof })).status).toBe(201);
});
