import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { S3Bucket } from './s3-bucket.ts';

/** Removes a key from a store that answers so. */
async function removeAnswered(status: number, code: string): Promise<void> {
  const server = createServer((_request, response) =>
    response.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/files`;
  const bucket = new S3Bucket({ address, accessKey: 'a', secretKey: 'b', region: 'us-east-1', answerMs: 5_000 });
  await bucket.remove('one').finally(() => {
    server.closeAllConnections();
    server.close();
  });
}

it('removing a missing object is no error, also where the store answers 404', async () => {
  await expect(removeAnswered(404, 'NoSuchKey')).resolves.toBeUndefined();
});

it('removing fails without the bucket or the right', async () => {
  await expect(removeAnswered(404, 'NoSuchBucket')).rejects.toThrow('NoSuchBucket');
  await expect(removeAnswered(403, 'AccessDenied')).rejects.toThrow('AccessDenied');
});
