import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn } from '../../../shared/src/accounts/auth.contract.ts';
import { readVisit } from '../../../shared/src/visits/visits.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { jobsSchema } from '../../../server/src/platform/db/migrate.ts';
import { ApiProcess } from '../../support/api-process.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, testPassword, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { OtlpCollector, type CollectedSpan } from '../../support/otlp-collector.ts';
import { waitingVisit } from '../../support/visit-steps.ts';

const patience = { timeout: 30_000, interval: 100 };

let collector: OtlpCollector;
let api: ApiProcess;
let factory: Factory;
let hospital: TestHospital;
let patient: TestPerson & { patientId: string };
let doctor: TestPerson & { practitionerId: string };

beforeAll(async () => {
  collector = await OtlpCollector.start();
  api = await ApiProcess.start({
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-collector-key=a%20key',
    TIMEOUTS: 'jobs.poll=500',
  });
  factory = new Factory(api);
  hospital = await factory.hospital();
  [patient, doctor] = [await factory.patient(hospital, '欧阳春晓'), await factory.doctor(hospital, '上官明月')];
});
afterAll(async () => {
  await api.close();
  await collector.close();
});

const newTrace = () => ({ traceId: newId().replaceAll('-', ''), parentId: newId().replaceAll('-', '').slice(16) });
const facts = (span: CollectedSpan | undefined) =>
  Object.fromEntries((span?.attributes ?? []).map(({ key, value }) => [key, value.stringValue ?? value.intValue]));

/** Sends a request below a span of the browser, and returns that trace once its request, transaction and statements have arrived. */
async function traceOf(send: (headers: Record<string, string>) => Promise<{ headers: Headers }>) {
  const { traceId, parentId } = newTrace();
  const { headers } = await send({ traceparent: `00-${traceId}-${parentId}-01` });
  const below = (parent: string | undefined) =>
    collector.spans.filter((span) => span.traceId === traceId && span.parentSpanId === parent);
  await expect.poll(() => below(parentId).length, patience).toBe(1);
  const [request] = below(parentId);
  const [transaction] = below(request?.spanId);
  const statements = below(transaction?.spanId);
  expect(headers.get('traceresponse')).toBe(`00-${traceId}-${request?.spanId}-01`);
  return { request, transaction, statements };
}

it('a trace leads from the browser over request and transaction to each statement', async () => {
  const visit = await waitingVisit(hospital, patient, doctor);
  const { request, transaction, statements } = await traceOf((headers) =>
    patient.client.call(readVisit, { params: { visitId: visit.id }, headers }),
  );
  expect(request?.name).toBe('GET /api/visits/:visitId');
  expect(facts(request)).toMatchObject({ 'http.route': '/api/visits/:visitId', 'http.response.status_code': 200 });
  expect(transaction?.name).toBe('transaction');
  const names = statements.map(({ name }) => name);
  expect(names).toContain('SELECT begin_request');
  expect(names).toContain('SELECT visit');
  expect(names).toContain('COMMIT');
  expect(facts(statements.find(({ name }) => name === 'SELECT visit'))['db.query.text']).toContain('$1');
});

it('a request with a body is traced as well, and a failure says its code only', async () => {
  const visitor = new TestClient(api.url);
  const body = { hospital: hospital.slug, email: 'chun.xiao@clinic.test', password: 'wrong secret' };
  const { request, transaction, statements } = await traceOf((headers) => visitor.call(signIn, { body, headers }));
  expect(facts(request)['http.response.status_code']).toBe(401);
  expect(transaction?.name).toBe('transaction');
  expect(statements.length).toBeGreaterThan(2);
  const unknown = await traceOf((headers) => patient.client.call(readVisit, { params: { visitId: newId() }, headers }));
  expect(unknown.transaction?.status).toEqual({ code: 2 });
  expect(facts(unknown.transaction)).toEqual({ 'error.type': 'resource.not-found' });
});

it('a job is a trace of its own', async () => {
  await api.database.admin.query(`INSERT INTO ${jobsSchema}.job (name, data) VALUES ('tend-waiting-rooms', '{}')`);
  const jobs = () => collector.spans.filter(({ name }) => name === 'job tend-waiting-rooms');
  await expect.poll(() => jobs().length, patience).toBeGreaterThan(0);
  const [job] = jobs();
  expect(job?.parentSpanId ?? '').toBe('');
  expect(collector.spans.filter((span) => span.parentSpanId === job?.spanId).map(({ name }) => name)).toContain(
    'transaction',
  );
});

it('no span has anything of a person, and each value is of a known kind', () => {
  const keys = new Set(collector.spans.flatMap(({ attributes }) => attributes.map(({ key }) => key)));
  expect([...keys].sort()).toEqual([
    'db.collection.name',
    'db.operation.name',
    'db.query.text',
    'db.system.name',
    'error.type',
    'http.request.method',
    'http.response.status_code',
    'http.route',
    'yunzhen.request_id',
  ]);
  const sent = collector.requests.map(({ body }) => body).join('');
  for (const secret of [
    '欧阳',
    '上官',
    'Li Wei',
    '咳嗽',
    '@clinic.test',
    '@example.test',
    testPassword,
    'wrong secret',
    '127.0.0.1',
    patient.accessToken,
    patient.patientId,
    patient.accountId,
    doctor.practitionerId,
    hospital.id,
  ])
    expect(sent.includes(secret), secret).toBe(false);
  expect(collector.requests[0]).toMatchObject({ path: '/v1/traces', headers: { 'x-collector-key': 'a key' } });
});

/** Notes each module of OpenTelemetry that a process resolves; prom-client and pg-boss load its empty interface. */
const watchModules = (file: string) => `
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
registerHooks({ resolve(name, context, next) {
  const found = next(name, context);
  if (/otlp-tracing|@opentelemetry\\/(?!api\\/)/.test(found.url)) appendFileSync(${JSON.stringify(file)}, found.url + '\\n');
  return found;
} });`;

it('without a collector nothing is traced, and no SDK of OpenTelemetry is loaded', async () => {
  const base = join(tmpdir(), `yunzhen-modules-${newId()}`);
  writeFileSync(base, '');
  writeFileSync(`${base}.mjs`, watchModules(base));
  const NODE_OPTIONS = `--import=${base}.mjs`;
  const beside = await api.startBeside({ OTEL_EXPORTER_OTLP_ENDPOINT: '', NODE_OPTIONS });
  try {
    const answer = await new TestClient(beside.url).raw('GET', '/api/hospitals', {
      headers: { traceparent: `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01` },
    });
    expect([answer.status, answer.headers.get('traceresponse')]).toEqual([200, null]);
    expect(readFileSync(base, 'utf8')).toBe('');
    await beside.kill();
    await beside.startAgain({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
    expect(readFileSync(base, 'utf8')).toContain('otlp-tracing');
    expect(collector.spans.some(({ traceId }) => traceId === 'ab'.repeat(16))).toBe(false);
    await waitingVisit(hospital, await factory.patient(hospital), doctor);
    const found = (name: string) => collector.spans.find((span) => span.name === name);
    await expect.poll(() => found('bus read'), patience).toBeDefined();
    await expect.poll(() => found('bus notify')?.parentSpanId, patience).toMatch(/^[0-9a-f]{16}$/);
  } finally {
    await beside.kill();
    for (const file of [base, `${base}.mjs`]) rmSync(file);
  }
});
