// Prints the configuration of Alertmanager (YAML, of which JSON is a part): ALERT_MAIL=… SMTP_URL=… ALERT_WEBHOOK_URL=… node docker/alertmanager/configure.mjs
import { URL } from 'node:url';

const env = process.env;
const given = (name) => env[name]?.trim() || undefined;

/** Reads the mail server of the installation as the api does: port 587 with STARTTLS, or 465 with TLS from the start. */
function mailServer(address) {
  const url = new URL(address);
  const port = url.port || (url.protocol === 'smtps:' ? '465' : '587');
  if (url.protocol === 'smtps:' && port !== '465')
    throw new Error('Alertmanager speaks smtps: on port 465 only; give an smtp: address, whose server has STARTTLS');
  return {
    smtp_smarthost: `${url.hostname}:${port}`,
    smtp_from: given('MAIL_FROM') ?? 'no-reply@localhost',
    smtp_require_tls: url.searchParams.get('ignoreTLS') !== 'true',
    ...(url.username && {
      smtp_auth_username: decodeURIComponent(url.username),
      smtp_auth_password: decodeURIComponent(url.password),
    }),
  };
}

const [mail, server, webhook] = ['ALERT_MAIL', 'SMTP_URL', 'ALERT_WEBHOOK_URL'].map(given);
if (mail && !server) throw new Error('ALERT_MAIL needs SMTP_URL');
if (!mail && !webhook)
  process.stderr.write('Alerts reach no one: set ALERT_MAIL (with SMTP_URL) or ALERT_WEBHOOK_URL\n');

const configuration = {
  ...(mail && { global: mailServer(server) }),
  route: {
    receiver: 'operators',
    group_by: ['alertname'],
    group_wait: given('ALERT_GROUP_WAIT') ?? '30s',
    group_interval: '5m',
    // A warning is for today, a critical alert for now.
    repeat_interval: '24h',
    routes: [{ receiver: 'operators', matchers: ['severity="critical"'], repeat_interval: '1h' }],
  },
  receivers: [
    {
      name: 'operators',
      ...(mail && { email_configs: [{ to: mail, send_resolved: true }] }),
      ...(webhook && { webhook_configs: [{ url: webhook, send_resolved: true }] }),
    },
  ],
  // A program that is down explains its other alerts.
  inhibit_rules: [
    { source_matchers: ['alertname="ProgramDown"'], target_matchers: ['severity="warning"'], equal: ['instance'] },
  ],
};
process.stdout.write(`${JSON.stringify(configuration, null, 2)}\n`);
