import { postCodePart, postWrappedKeys, publishCallKey, readCallKeys } from '@yunzhen/shared/calls/keys.contract';
import type { ApiClient } from '../../../core/api/index.ts';
import { recordSocket } from '../../../core/realtime/index.ts';
import type { KeyExchange } from '../../../core/rtc/encryption/index.ts';

/** Creates the key exchange over the API for the call of one visit. */
export function callKeyExchange(client: ApiClient, visitId: string): KeyExchange {
  return {
    publish: async (keyId, publicKey) => {
      const { keys } = await client.call(publishCallKey, { params: { visitId, keyId }, body: { publicKey } });
      return keys;
    },
    postPart: async (keyId, part) => {
      await client.call(postCodePart, { params: { visitId, keyId }, body: part });
    },
    read: (to) => client.call(readCallKeys, { params: { visitId }, query: { to } }),
    post: async (keyId, keys) => {
      await client.call(postWrappedKeys, { params: { visitId, keyId }, body: { keys: [...keys] } });
    },
    onChanged: (listener) => {
      const ends = [
        recordSocket.onChanged({ entity: 'call-keys', id: visitId }, listener),
        recordSocket.onResync(listener),
      ];
      return () => {
        for (const end of ends) end();
      };
    },
  };
}
