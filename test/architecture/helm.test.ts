import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../server/src/platform/config/config.ts';
import { apiSettings, mediaSettings, migrateSettings } from '../../server/src/platform/config/settings.ts';
import { image, services } from '../support/compose.ts';
import { chart, hasHelm, helmProgram, rendered, type Manifest } from '../support/helm.ts';
import { objectionsTo } from '../support/kubernetes-schema.ts';
import { root } from './cruise.ts';

const domain = 'clinic.example.org';

interface Env {
  name: string;
  value?: string;
  valueFrom?: { fieldRef: { fieldPath: string } };
}
interface Container {
  image: string;
  env?: Env[];
  envFrom?: { secretRef: { name: string } }[];
  ports?: { containerPort: number; hostPort?: number; protocol?: string }[];
  securityContext: object;
  volumeMounts?: { name: string; mountPath: string }[];
}
interface PodSpec {
  containers: [Container];
  hostNetwork?: boolean;
  terminationGracePeriodSeconds: number;
  volumes?: { name: string; secret?: { secretName: string } }[];
}
interface Spec {
  selector: Record<string, never>;
  scaleTargetRef: { kind: string; name: string };
}
interface Labelled {
  labels: Record<string, string>;
  annotations?: Record<string, string>;
}

/** Values that a pod has from Kubernetes. */
const fields: Record<string, string> = {
  'metadata.name': 'yz-yunzhen-media-0',
  'status.podIP': '10.1.2.3',
  'status.hostIP': '203.0.113.7',
};

/** A node in the network of its machine needs to know which addresses are proxies. */
const trustedProxies = ['10.244.0.0/16', 'fd00:10:244::/56'];

const makeSecrets = (...trust: string[]) =>
  spawnSync(
    process.execPath,
    [join(root, 'docker/helm/make-secrets.mjs'), domain, 'postgres.example.org:5432', ...trust],
    { encoding: 'utf8' },
  );
const secretsOf = (...trust: string[]) =>
  new Map(
    parseAllDocuments(makeSecrets(...trust).stdout).map((document) => {
      const secret = document.toJS() as Manifest & { stringData: Record<string, string> };
      return [secret.metadata.name, secret];
    }),
  );
/** What the program copies into a Secret. */
const authority = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const folder = mkdtempSync(join(tmpdir(), 'yunzhen-helm-'));
const authorityFile = join(folder, 'ca.crt');
writeFileSync(authorityFile, authority);
const secrets = secretsOf(authorityFile);
rmSync(folder, { recursive: true });

/** Settings that only the image or a Secret may have, or that a chart’s value replaces. */
const ofImage = new Set([
  ...Object.keys(image),
  'PORT',
  'METRICS_PORT',
  'MEDIA_PORT',
  'MEDIA_METRICS_PORT',
  'MEDIASOUP_WORKER_BIN',
  'RTC_LISTEN',
  'SMS_CONSOLE',
  'DEMO_MODE',
  'DEMO_ON_NETWORK',
  'RATE_LIMIT_FACTOR',
]);
/** Secret settings that most installations do not need; they are added to the Secret of the api. */
const furtherSecrets = new Set([
  'RETIRED_KEY_ENCRYPTION_KEYS',
  'NODE_KEY',
  'KEY_SERVICE_TOKEN',
  'SMTP_URL',
  'REDIS_URL',
  'SMS_GATEWAY_TOKEN',
  'IDENTITY_SERVICE_TOKEN',
  'AUDIT_ANCHOR_S3_KEY_ID',
  'AUDIT_ANCHOR_S3_SECRET',
  'FILE_S3_ACCESS_KEY',
  'FILE_S3_SECRET_KEY',
]);

describe.skipIf(!hasHelm)('the Helm chart', () => {
  let helm = '';
  const cache = new Map<string, Manifest[]>();
  const render = ({ media, ...values }: { media?: object; [member: string]: unknown } = {}) => {
    const given = { domain, ...values, media: { trustedProxies, ...media } };
    const key = JSON.stringify(given);
    const found = cache.get(key) ?? rendered(helm, given);
    cache.set(key, found);
    return found;
  };
  const named = (manifests: Manifest[], kind: string, name: string) => {
    const found = manifests.find((one) => one.kind === kind && one.metadata.name === `yz-yunzhen${name}`);
    if (!found) throw new Error(`${kind} ${name} is missing`);
    return found as Manifest & { spec: { template: { metadata: Labelled; spec: PodSpec } } };
  };
  const podOf = (manifests: Manifest[], kind: string, name: string) => named(manifests, kind, name).spec.template.spec;

  /** Returns the environment of a program as Kubernetes would make it. */
  const environmentOf = ({ containers: [container] }: PodSpec) => {
    const given: Record<string, string> = { ...image };
    for (const { secretRef } of container.envFrom ?? []) Object.assign(given, secrets.get(secretRef.name)?.stringData);
    for (const { name, value, valueFrom } of container.env ?? [])
      given[name] = (value ?? fields[valueFrom?.fieldRef.fieldPath ?? ''] ?? '').replaceAll(
        /\$\((\w+)\)/g,
        (_, other: string) => given[other] ?? '',
      );
    return given;
  };

  beforeAll(async () => {
    helm = await helmProgram();
  });

  it.each([
    ['with its defaults', {}],
    [
      'with every option',
      {
        hospitalDomains: ['wuzhen.clinic.example.org'],
        image: { registry: 'registry.example.org/y/', tag: '9', pullPolicy: 'Always', pullSecrets: ['pull'] },
        api: {
          settings: { LOG_LEVEL: 'warn', ACCESS_LOG: true, DATABASE_POOL: 30 },
          extraVolumes: [{ name: 'anchors', persistentVolumeClaim: { claimName: 'anchors' } }],
          extraVolumeMounts: [{ name: 'anchors', mountPath: '/anchors' }],
        },
        media: {
          hostNetwork: false,
          announcedAddress: '203.0.113.9',
          drainSeconds: 600,
          autoscaling: { enabled: true, minReplicas: 1, maxReplicas: 3, cpuPercent: 50 },
          nodeSelector: { media: 'true' },
          tolerations: [{ key: 'media', operator: 'Exists' }],
          settings: { MEDIA_MAX_VISITS: 100 },
        },
        service: { type: 'LoadBalancer', annotations: { a: 'b' } },
        ingress: { className: 'traefik', annotations: { c: 'd' } },
      },
    ],
    ['without ingress and scaling', { ingress: { enabled: false }, api: { autoscaling: { enabled: false } } }],
  ])('renders objects that Kubernetes’ own schemas accept, %s', (_name, values) => {
    const manifests = render(values);
    expect(manifests.length).toBeGreaterThan(8);
    expect(manifests.flatMap((one) => objectionsTo(one).map((each) => `${one.metadata.name}: ${each}`))).toEqual([]);
  });

  it('is linted by Helm, and its schema rejects values that it does not know', () => {
    const lint = spawnSync(
      helm,
      ['lint', '--strict', chart, '--set', `domain=${domain},media.trustedProxies={10.244.0.0/16}`],
      { encoding: 'utf8' },
    );
    expect(lint.stdout).toContain('0 chart(s) failed');
    expect(() => render({ domain: 'https://clinic' })).toThrow(/domain/);
    expect(() => render({ api: { settings: { LOG_LEVLE: 'warn' } } })).toThrow(/LOG_LEVLE/);
    expect(() => render({ api: { settings: { ACCESS_TOKEN_SECRET: 'x' } } })).toThrow(/ACCESS_TOKEN_SECRET/);
    expect(() => render({ media: { workers: 0 } })).toThrow(/workers/);
    for (const wrong of [[], ['2'], ['0.0.0.0/0'], ['::/0'], ['10.0.0.0/7'], ['fd00::/8'], ['10.0.0.1 0.0.0.0/0']])
      expect(() => render({ media: { trustedProxies: wrong } })).toThrow(/trustedProxies/);
  });

  it('lets a media node believe forwarded addresses of the cluster’s pods only, and shows its figures to nobody else', () => {
    const settingsOf = (media: object) =>
      readConfig(mediaSettings, environmentOf(podOf(render({ media }), 'StatefulSet', '-media')));
    const onMachine = settingsOf({ hostNetwork: true });
    for (const address of ['10.244.3.4', 'fd00:10:244::7']) expect(onMachine.TRUSTED_PROXIES(address, 0)).toBe(true);
    for (const hop of [0, 1]) expect(onMachine.TRUSTED_PROXIES('203.0.113.9', hop)).toBe(false);
    expect([onMachine.HOST, onMachine.MEDIA_METRICS_HOST]).toEqual([fields['status.podIP'], '127.0.0.1']);
    const inPod = settingsOf({ hostNetwork: false });
    expect([inPod.HOST, inPod.MEDIA_METRICS_HOST]).toEqual(['0.0.0.0', '0.0.0.0']);
    expect(settingsOf({ metricsAddress: '$(POD_IP)' }).MEDIA_METRICS_HOST).toBe(fields['status.podIP']);
    const scraped = [true, false].map(
      (hostNetwork) =>
        named(render({ media: { hostNetwork } }), 'StatefulSet', '-media').spec.template.metadata.annotations,
    );
    expect(scraped).toEqual([undefined, { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '9091' }]);
  });

  it('verifies the database server by the authority that it mounts, unless told otherwise', () => {
    const holders = [
      ['Deployment', '-api', ['DATABASE_URL', 'OPERATOR_DATABASE_URL']],
      ['Job', '-migration', ['DATABASE_URL', 'OPERATOR_DATABASE_URL', 'DATABASE_OWNER_URL']],
    ] as const;
    for (const [kind, name, urls] of holders) {
      const pod = podOf(render(), kind, name);
      const env = environmentOf(pod);
      for (const url of urls)
        expect(Object.fromEntries(new URL(env[url] ?? '').searchParams)).toEqual({
          sslmode: 'verify-full',
          sslrootcert: '/database-ca/ca.crt',
        });
      const volume = pod.volumes?.find(({ secret }) => secret !== undefined);
      expect(secrets.get(volume?.secret?.secretName ?? '')?.stringData).toEqual({ 'ca.crt': authority });
      const mount = pod.containers[0].volumeMounts?.find((one) => one.name === volume?.name);
      expect(mount?.mountPath).toBe('/database-ca');
      const without = podOf(render({ secrets: { databaseCa: '' } }), kind, name);
      expect(without.volumes?.filter(({ secret }) => secret !== undefined)).toEqual([]);
    }
    const queryOf = (trust: string) =>
      new URL(secretsOf(trust).get('yunzhen-api')?.stringData['DATABASE_URL'] ?? '').search;
    expect([queryOf('--public-ca'), queryOf('--without-tls')]).toEqual(['?sslmode=verify-full', '']);
    for (const wrong of [[], ['--no-tls'], ['/nowhere/ca.crt']]) {
      const { status, stdout } = makeSecrets(...wrong);
      expect([status, stdout]).toEqual([1, '']);
    }
  });

  it('rejects what Kubernetes does not know, in this test', () => {
    const [service] = render().filter(({ kind }) => kind === 'Service') as [Manifest];
    expect(objectionsTo({ ...service, spec: { ...(service['spec'] as object), selectorr: {} } })).toEqual([
      'Service.spec.selectorr is unknown',
    ]);
    expect(objectionsTo({ ...service, spec: { ports: 'http' } })[0]).toMatch(/ports/);
  });

  it.each([
    ['Deployment', '-api', apiSettings],
    ['StatefulSet', '-media', mediaSettings],
    ['Job', '-migration', migrateSettings],
  ] as const)(
    'gives the %s %s settings that its program accepts, and none that it does not know',
    (kind, name, schema) => {
      const pod = podOf(render(), kind, name);
      expect(() => readConfig(schema, environmentOf(pod))).not.toThrow();
      const known = new Set([...Object.keys(schema.shape), ...ofImage, 'POD_IP']);
      expect(Object.keys(environmentOf(pod)).filter((each) => !known.has(each))).toEqual([]);
    },
  );

  it.each([
    ['api', 'Deployment', '-api', apiSettings],
    ['media', 'StatefulSet', '-media', mediaSettings],
  ] as const)('lets an operator choose every other setting of %s, and only those', (part, kind, name, schema) => {
    const { properties } = JSON.parse(readFileSync(join(chart, 'values.schema.json'), 'utf8')) as {
      properties: Record<string, { properties: { settings: { properties: object } } }>;
    };
    const choosable = Object.keys(properties[part]?.properties.settings.properties ?? {});
    const given = new Set([...Object.keys(environmentOf(podOf(render(), kind, name))), ...ofImage, ...furtherSecrets]);
    expect(choosable.toSorted()).toEqual(
      Object.keys(schema.shape)
        .filter((each) => !given.has(each))
        .toSorted(),
    );
    const chosen = podOf(render({ [part]: { settings: { LOG_LEVEL: 'warn' } } }), kind, name);
    expect(environmentOf(chosen)['LOG_LEVEL']).toBe('warn');
  });

  it('gives the owner’s credential to the migration only, and no secret of the api to a media node', () => {
    const manifests = render();
    const holders = manifests
      .filter(({ kind }) => ['Deployment', 'StatefulSet', 'Job'].includes(kind))
      .filter((one) => {
        const pod = (one as unknown as { spec: { template: { spec: PodSpec } } }).spec.template.spec;
        return Object.values(environmentOf(pod)).some((value) => value.includes('yunzhen_owner'));
      });
    expect(holders.map(({ kind }) => kind)).toEqual(['Job']);
    expect(holders[0]?.metadata).toMatchObject({ annotations: { 'helm.sh/hook': 'pre-install,pre-upgrade' } });
    const ofApi = Object.entries(secrets.get('yunzhen-api')?.stringData ?? {});
    const media = Object.values(secrets.get('yunzhen-media')?.stringData ?? {});
    expect(ofApi.filter(([, value]) => media.includes(value)).map(([each]) => each)).toEqual(['NODE_SECRET']);
    for (const secret of secrets.values()) expect(objectionsTo(secret)).toEqual([]);
  });

  it('opens a media port of the machine for each worker, UDP and TCP, with and without the machine’s network', () => {
    for (const hostNetwork of [true, false]) {
      const pod = podOf(render({ media: { hostNetwork, workers: 3, rtcPort: 41_000 } }), 'StatefulSet', '-media');
      expect(pod.hostNetwork ?? false).toBe(hostNetwork);
      const ports = pod.containers[0].ports?.filter(({ hostPort }) => hostPort !== undefined) ?? [];
      const wanted = [41_000, 41_001, 41_002].flatMap((port) => [`${port} UDP`, `${port} TCP`]);
      expect(ports.map(({ hostPort, protocol }) => `${hostPort} ${protocol}`)).toEqual(wanted);
      const { RTC_PORT, MEDIA_WORKERS } = readConfig(mediaSettings, environmentOf(pod));
      expect([RTC_PORT, MEDIA_WORKERS]).toEqual([41_000, 3]);
    }
  });

  it('waits longer for a program to stop than it takes', () => {
    const manifests = render({ api: { drainSeconds: 30 }, media: { drainSeconds: 120 } });
    // See CLOSING_MS of api/main.ts.
    expect(podOf(manifests, 'Deployment', '-api').terminationGracePeriodSeconds).toBeGreaterThan(30 + 8);
    expect(podOf(manifests, 'StatefulSet', '-media').terminationGracePeriodSeconds).toBeGreaterThan(120 + 10);
  });

  it('selects with each service, budget and autoscaler pods that exist', () => {
    const manifests = render({
      media: { autoscaling: { enabled: true, minReplicas: 1, maxReplicas: 2, cpuPercent: 50 } },
    });
    const workloads = manifests.filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet');
    const labels = workloads.map(
      (one) => (one as unknown as { spec: { template: { metadata: Labelled } } }).spec.template.metadata.labels,
    );
    const selects = (selector: Record<string, string>) =>
      labels.filter((own) => Object.entries(selector).every(([key, value]) => own[key] === value)).length;
    const specs = (kind: string) => manifests.filter((one) => one.kind === kind).map((one) => one['spec'] as Spec);
    expect(specs('Service').map(({ selector }) => selects(selector))).toEqual([1, 1, 1]);
    expect(specs('PodDisruptionBudget').map(({ selector }) => selects(selector['matchLabels'] ?? {}))).toEqual([
      1, 1, 1,
    ]);
    const targets = specs('HorizontalPodAutoscaler').map(({ scaleTargetRef: { kind, name } }) => `${kind} ${name}`);
    const existing = workloads.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    expect(targets.filter((target) => !existing.includes(target))).toEqual([]);
    expect(targets).toHaveLength(2);
  });

  it('has the proxy’s image of docker compose, and the version of the programs', () => {
    const proxy = services['proxy'] as unknown as { image: string };
    expect(podOf(render(), 'Deployment', '-proxy').containers[0].image).toBe(proxy.image);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(parse(readFileSync(join(chart, 'Chart.yaml'), 'utf8'))).toMatchObject({ version, appVersion: version });
  });

  describe('the proxy', () => {
    const caddyfile = (values: { media?: object } = {}) =>
      (named(render(values), 'ConfigMap', '-proxy') as unknown as { data: { Caddyfile: string } }).data.Caddyfile;

    it('routes to every node that may exist, hides the internal routes, and keeps a page’s sockets at one api', () => {
      const scaling = { enabled: true, minReplicas: 1, maxReplicas: 3, cpuPercent: 50 };
      const text = caddyfile({ media: { autoscaling: scaling } });
      const nodes = [
        ...text.matchAll(/handle_path \/media\/([\w-]+)\/\* \{\s*respond \/internal\/\* 404\s*reverse_proxy (\S+)/g),
      ];
      expect(nodes.map(([, node, upstream]) => [node, upstream])).toEqual(
        [0, 1, 2].map((n) => [`yz-yunzhen-media-${n}`, `yz-yunzhen-media-${n}.yz-yunzhen-media:8081`]),
      );
      expect(text).toMatch(/handle \/internal\/\* \{\s*respond 404\s*\}/);
      expect(text).toMatch(
        /handle \/socket\.io\/\* \{[^}]*dynamic a yz-yunzhen-api 8080[^}]*\}\s*lb_policy cookie yunzhen-api/,
      );
    });

    it.skipIf(!existsSync('/usr/bin/caddy'))('has a configuration that Caddy accepts', () => {
      const folder = mkdtempSync(join(tmpdir(), 'yunzhen-helm-'));
      const file = join(folder, 'Caddyfile');
      writeFileSync(file, caddyfile());
      const { status, stdout, stderr } = spawnSync('/usr/bin/caddy', ['adapt', '--config', file], { encoding: 'utf8' });
      rmSync(folder, { recursive: true });
      expect([status, stderr]).toEqual([0, expect.not.stringMatching(/Error/)]);
      expect(stdout).toContain('"yz-yunzhen-media-0.yz-yunzhen-media:8081"');
    });
  });
});
