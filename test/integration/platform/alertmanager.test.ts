import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { services } from '../../support/compose.ts';
import { freePort } from '../../support/free-port.ts';
import { MailServer } from '../../support/mail-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'yunzhen-alertmanager-'));
const programs = join(import.meta.dirname, '../../../docker/alertmanager');
const { PATH } = process.env;
const isInstalled = ['amtool', 'prometheus-alertmanager'].every((name) => spawnSync(name, ['--version']).status === 0);

afterAll(() => rmSync(folder, { recursive: true }));

/** Returns the printed configuration, and what the program says beside it. */
function configured(env: Record<string, string>) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(programs, 'configure.mjs')], {
    env: { PATH, ...env },
    encoding: 'utf8',
  });
  return { text: stdout, stderr, status };
}

const mail = { ALERT_MAIL: 'ops@clinic.test', MAIL_FROM: 'no-reply@clinic.test' };
const cases: [string, Record<string, string>, object | undefined][] = [
  [
    'mail with STARTTLS',
    { ...mail, SMTP_URL: 'smtp://user%40clinic:p%3Aw@mail.test' },
    {
      smtp_smarthost: 'mail.test:587',
      smtp_from: 'no-reply@clinic.test',
      smtp_require_tls: true,
      smtp_auth_username: 'user@clinic',
      smtp_auth_password: 'p:w',
    },
  ],
  ['mail over TLS', { ...mail, SMTP_URL: 'smtps://mail.test' }, { smtp_smarthost: 'mail.test:465' }],
  [
    'mail by a relay on the machine',
    { ...mail, SMTP_URL: 'smtp://127.0.0.1:25?ignoreTLS=true' },
    { smtp_smarthost: '127.0.0.1:25', smtp_require_tls: false },
  ],
  ['a webhook', { ALERT_WEBHOOK_URL: 'https://pager.test/alerts?key=1', SMTP_URL: 'smtp://mail.test' }, undefined],
  ['no receiver', { SMTP_URL: 'smtp://mail.test' }, undefined],
];

describe('the configuration of Alertmanager', () => {
  it.each(cases)('for %s uses the settings of the installation', (_, env, global) => {
    const { text } = configured(env);
    const configuration = parse(text) as { global?: object; receivers: Record<string, object[]>[] };
    if (global) expect(configuration.global).toMatchObject(global);
    else expect(configuration.global).toBeUndefined();
    const [receiver] = configuration.receivers;
    expect(receiver?.['email_configs']).toEqual(
      env['ALERT_MAIL'] && [expect.objectContaining({ to: mail.ALERT_MAIL })],
    );
    const url = env['ALERT_WEBHOOK_URL'];
    expect(receiver?.['webhook_configs']).toEqual(url && [expect.objectContaining({ url })]);
  });

  it('that reaches no one says so', () => {
    expect(configured({}).stderr).toContain('Alerts reach no one');
    expect(configured({ ALERT_WEBHOOK_URL: 'https://pager.test' }).stderr).toBe('');
  });

  it.each([
    [{ ALERT_MAIL: 'ops@clinic.test' }, 'ALERT_MAIL needs SMTP_URL'],
    [{ ...mail, SMTP_URL: 'smtps://mail.test:2465' }, 'on port 465 only'],
  ])('is refused for %o, which could not work', (env, message) => {
    const { status, stderr } = configured(env);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
  });

  it('has every setting that compose passes', () => {
    const passed = Object.keys(services['alertmanager']?.environment ?? {});
    expect(passed).toEqual(['SMTP_URL', 'MAIL_FROM', 'ALERT_MAIL', 'ALERT_WEBHOOK_URL']);
  });

  it.skipIf(!isInstalled)('is valid for amtool; skipped where `prometheus-alertmanager` is not installed', () => {
    for (const [name, env] of cases) {
      const file = join(folder, 'checked.yml');
      writeFileSync(file, configured(env).text);
      expect(execFileSync('amtool', ['check-config', file], { encoding: 'utf8' }), name).toContain('SUCCESS');
    }
  });
});

describe.skipIf(!isInstalled)('an alert that fires', () => {
  it('reaches the operators by mail and by the webhook', async () => {
    const mailServer = await MailServer.start();
    const called = Promise.withResolvers<{ alerts: { labels: object; status: string }[] }>();
    const pager = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => called.resolve(JSON.parse(Buffer.concat(chunks).toString()) as never));
      response.end();
    }).listen(0, '127.0.0.1');
    await once(pager, 'listening');
    const port = String(await freePort());
    const child = spawn('sh', [join(programs, 'start.sh')], {
      env: {
        PATH,
        ...mail,
        SMTP_URL: `${mailServer.url}?ignoreTLS=true`,
        ALERT_WEBHOOK_URL: `http://127.0.0.1:${(pager.address() as AddressInfo).port}/`,
        ALERT_GROUP_WAIT: '0s',
        ALERTMANAGER_FOLDER: folder,
        ALERTMANAGER_DATA: join(folder, 'data'),
        LISTEN_ADDRESS: '127.0.0.1',
        LISTEN_PORT: port,
      },
      stdio: 'ignore',
    });
    const alerts = [{ labels: { alertname: 'FilesUnavailable', severity: 'critical', instance: 'a' } }];
    const post = () =>
      fetch(`http://127.0.0.1:${port}/api/v2/alerts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(alerts),
      }).then(
        ({ status }) => status,
        () => 0,
      );
    await expect.poll(post, { timeout: 30_000 }).toBe(200);
    expect((await called.promise).alerts).toMatchObject([{ ...alerts[0], status: 'firing' }]);
    expect((await mailServer.next(mail.ALERT_MAIL)).subject).toContain('FilesUnavailable');
    child.kill();
    await once(child, 'exit');
    pager.close();
    await mailServer.close();
  });
});
