import { AwsClient } from 'aws4fetch';
import { anchorFile, type AnchorFile } from './anchor.ts';
import { anchorFileName, type ReadableCopies } from './anchor-copies.ts';

export interface ObjectStore {
  /** Endpoint, bucket and optional prefix: `https://s3.example.org/bucket/anchors`. */
  readonly url: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
}

interface ObjectStoreSettings {
  readonly AUDIT_ANCHOR_S3_URL?: string | undefined;
  readonly AUDIT_ANCHOR_S3_REGION?: string | undefined;
  readonly AUDIT_ANCHOR_S3_KEY_ID?: string | undefined;
  readonly AUDIT_ANCHOR_S3_SECRET?: string | undefined;
}

/** Returns the store from the settings; null without one. */
export function objectStoreOf(settings: ObjectStoreSettings): ObjectStore | null {
  const { AUDIT_ANCHOR_S3_URL: url, AUDIT_ANCHOR_S3_REGION: region = 'us-east-1' } = settings;
  const { AUDIT_ANCHOR_S3_KEY_ID: keyId, AUDIT_ANCHOR_S3_SECRET: secret } = settings;
  return url && keyId && secret ? { url, region, keyId, secret } : null;
}

const answerMs = 20_000;

/**
 * Stores one object per anchor in a bucket of an S3-compatible store. `If-None-Match` prevents overwriting; stores that ignore it for writes are
 * queried first. The bucket's object lock protects copies against holders of these keys.
 */
export function objectCopies({ url, region, keyId, secret }: ObjectStore): ReadableCopies {
  const { origin, pathname } = new URL(url);
  const [bucket = '', ...prefix] = pathname.split('/').filter(Boolean);
  const client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, region, service: 's3', retries: 0 });
  const ask = (path: string, init: RequestInit = {}) =>
    client.fetch(`${origin}/${bucket}/${path}`, { ...init, redirect: 'error', signal: AbortSignal.timeout(answerMs) });
  const keyOf = (hospitalId: string, name: string) => [...prefix, hospitalId, name].join('/');

  async function find(hospitalId: string, size: number): Promise<AnchorFile | null> {
    const answer = await ask(keyOf(hospitalId, anchorFileName(size)));
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Error(`object store answered with status ${answer.status}`);
    return anchorFile.parse(await answer.json());
  }

  return {
    async put({ hospital, size, file }) {
      const known = await find(hospital.id, size);
      if (!known) {
        const answer = await ask(keyOf(hospital.id, anchorFileName(size)), {
          method: 'PUT',
          headers: { 'content-type': 'application/json', 'if-none-match': '*' },
          body: `${JSON.stringify(file, null, 2)}\n`,
        });
        if (answer.ok) return;
        // 412: another process has written it in the meantime.
        if (answer.status !== 412) throw new Error(`object store answered with status ${answer.status}`);
      }
      const { anchor } = known ?? (await find(hospital.id, size)) ?? {};
      if (anchor !== file.anchor) throw new Error('another anchor of this size already exists');
    },
    async sizes(hospitalId) {
      const sizes: number[] = [];
      const start = keyOf(hospitalId, '');
      for (let token: string | undefined = ''; token !== undefined;) {
        const query = new URLSearchParams({ 'list-type': '2', prefix: start });
        if (token) query.set('continuation-token', token);
        const answer = await ask(`?${query.toString()}`);
        if (!answer.ok) throw new Error(`object store answered with status ${answer.status}`);
        const page = await answer.text();
        // Neither our keys nor tokens (base64) contain characters that XML escapes.
        const keys = [...page.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => key);
        const names = keys.map((key) => key.slice(start.length)).filter((name) => /^\d{12,}\.json$/.test(name));
        sizes.push(...names.map((name) => Number(name.slice(0, -5))));
        token = /<NextContinuationToken>([^<]+)</.exec(page)?.[1];
      }
      return sizes.sort((a, b) => a - b);
    },
    async read(hospitalId, size) {
      const file = await find(hospitalId, size);
      if (!file) throw new Error('object not found');
      return file;
    },
  };
}
