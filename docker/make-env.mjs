// Prints a .env for docker-compose.yml with fresh secrets: node docker/make-env.mjs DOMAIN PUBLIC_ADDRESS > .env
import { createHmac, generateKeyPairSync, randomBytes } from 'node:crypto';
import { isIP } from 'node:net';

const [domain, address] = process.argv.slice(2);
if (!domain || !address || isIP(address) === 0) {
  process.stderr.write('Usage: node docker/make-env.mjs DOMAIN PUBLIC_ADDRESS > .env\n');
  process.stderr.write('DOMAIN is the name, PUBLIC_ADDRESS the IP address under which browsers reach this machine.\n');
  process.exit(1);
}

const secret = () => randomBytes(32).toString('base64');
// Passwords stand in database addresses, where some characters of base64 mean something else.
const password = () => randomBytes(24).toString('base64url');
const newPair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const { privateKey, publicKey } = newPair();
const oneLine = (pem) => `"${pem.trimEnd().replaceAll('\n', '\\n')}"`;

const nodeSecret = secret();
const nodeKey = (id) => createHmac('sha256', nodeSecret).update(`yunzhen media node ${id}`).digest('hex');

const valkeyPassword = password();
const settings = {
  DOMAIN: domain,
  PUBLIC_ADDRESS: address,
  POSTGRES_PASSWORD: password(),
  OWNER_DATABASE_PASSWORD: password(),
  API_DATABASE_PASSWORD: password(),
  OPERATOR_DATABASE_PASSWORD: password(),
  DATABASE_REQUEST_KEY: secret(),
  ACCESS_TOKEN_SECRET: secret(),
  KEY_ENCRYPTION_KEY: secret(),
  NODE_SECRET: nodeSecret,
  NODE_1_KEY: nodeKey('node-1'),
  NODE_2_KEY: nodeKey('node-2'),
  MEDIA_NODE_SECRET: '',
  NODE_KEYS: 'required',
  TICKET_PRIVATE_KEY: oneLine(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  TICKET_PUBLIC_KEY: oneLine(publicKey.export({ type: 'spki', format: 'pem' })),
  VAPID_PRIVATE_KEY: oneLine(newPair().privateKey.export({ type: 'pkcs8', format: 'pem' })),
  TURN_SECRET: password(),
  VALKEY_PASSWORD: valkeyPassword,
  BACKUP_PASSPHRASE: password(),
  GRAFANA_PASSWORD: password(),
};

const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
lines.push(
  '# Addresses of hospitals under the name, each with a DNS record that leads here; links in mails lead there then:',
  '# HOSPITAL_SUBDOMAINS="true"',
  `# HOSPITAL_DOMAINS="first.${domain} second.${domain}"`,
  '# The first operator: the log of `api` shows a link that is valid once.',
  `# OPERATOR_INVITE="operator@${domain}"`,
  '# A second api and media node, so that an upgrade interrupts nothing; both profiles may be in the list:',
  '# COMPOSE_PROFILES="replicas,pooler"',
  '# API_UPSTREAMS="api:8080 api-2:8080"',
  '# DATABASE_HOST="pooler:6432"',
  '# Changes and limits of several api processes over Valkey, together with its profile:',
  '# COMPOSE_PROFILES="replicas,valkey"',
  `# REDIS_URL="redis://:${valkeyPassword}@valkey:6379"`,
  '# Seconds that a stopping api still serves, and in which a program must have stopped:',
  '# API_DRAIN_SECONDS=5',
  '# STOP_SECONDS=20',
  '# Nightly backups with a restore drill; BACKUP_MOUNT is a folder on another disk or machine, owned by user 999:',
  '# COMPOSE_PROFILES="backup"',
  '# BACKUPS="on"',
  '# BACKUP_MOUNT="/mnt/backup"',
  '# BACKUP_AT="02:30"',
  '# BACKUP_TIME_ZONE="Asia/Shanghai"',
  '# For browsers behind strict firewalls, together with `--profile turn`:',
  `# TURN_URLS="turn:${domain}:3478?transport=udp turn:${domain}:3478?transport=tcp"`,
  '# Seconds that a migration waits for a lock before it tries again:',
  '# MIGRATION_LOCK_SECONDS=5',
  '# Time stamps on sealed PDFs; TSA_CERTIFICATES holds the certificates of the authority, with \\n for line ends:',
  '# TSA_URL="https://tsa.example.org"',
  '# TSA_CERTIFICATES="-----BEGIN CERTIFICATE-----\\n...\\n-----END CERTIFICATE-----"',
  '# Copies of the anchors of the audit, out of reach of the database; ANCHOR_MOUNT is a folder of another machine:',
  '# AUDIT_ANCHOR_FOLDER="/anchors"',
  '# ANCHOR_MOUNT="/mnt/anchors"',
  `# AUDIT_ANCHOR_MAIL="security@${domain}"`,
  '# Mail and text messages, e.g. one-time codes and reminders:',
  '# SMTP_URL="smtps://user:password@mail.example.org"',
  `# MAIL_FROM="no-reply@${domain}"`,
  '# Who is called when an alert fires, together with `--profile monitoring`; a webhook may be that of a chat or a pager:',
  `# ALERT_MAIL="operations@${domain}"`,
  '# ALERT_WEBHOOK_URL="https://pager.example.org/alerts"',
  '# SMS_GATEWAY_URL="https://sms.example.org/messages"',
  '# SMS_GATEWAY_TOKEN="the token of the gateway"',
  '# IDENTITY_SERVICE_URL="https://identity.example.org/checks"',
  '# IDENTITY_SERVICE_TOKEN="the token of the service"',
  '# IDENTITY_SERVICE_NAME="what the record calls that service"',
  '# Scans uploaded files for malware, together with `--profile scanner`:',
  '# MALWARE_SCANNER_URL="tcp://clamav:3310"',
  '# After KEY_ENCRYPTION_KEY was changed to kek-2:NEW, the one of before, until the log says that it may be dropped:',
  `# RETIRED_KEY_ENCRYPTION_KEYS="kek-0:${secret()}"`,
);
lines.unshift(
  '# Keep a copy in a safe place: without KEY_ENCRYPTION_KEY the hospital can no longer sign, without BACKUP_PASSPHRASE no backup can be restored.',
);
process.stdout.write(`${lines.join('\n')}\n`);
