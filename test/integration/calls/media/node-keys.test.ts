import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { issueCallTicket } from '../../../../shared/src/calls/call.contract.ts';
import { leaveVisit } from '../../../../shared/src/visits/visits.contract.ts';
import { sendCallEvents } from '../../../../server/src/platform/nodes/node-api.contract.ts';
import { roomOrdersPath } from '../../../../server/src/platform/nodes/node-api.constants.ts';
import { nodeKey } from '../../../../server/src/platform/nodes/node-key.ts';
import { newId } from '../../../../server/src/platform/ids.ts';
import { Factory } from '../../../support/factories.ts';
import { startTestApi, type TestApi } from '../../../support/test-api.ts';
import { waitingVisit } from '../../../support/visit-steps.ts';
import { callEvent, forgetNodes, NodeEar, NodeVoice } from '../media-nodes.ts';
import { startNodeOf } from './support/api-node.ts';

let test: TestApi;
beforeAll(async () => void (test = await startTestApi()));
afterAll(() => test.close());
beforeEach(() => forgetNodes(test));

const keyOf = (id: string, ground = test) => nodeKey(ground.settings.NODE_SECRET, id);
const refused = /401/;

describe('the key of a media node', () => {
  it('registers this node, and the api sends it orders with the same key', async () => {
    const factory = new Factory(test);
    const hospital = await factory.hospital();
    const [patient, doctor] = [await factory.patient(hospital), await factory.doctor(hospital)];
    const node = new NodeVoice(test, 'node-a', keyOf('node-a'));
    // Takes nothing that comes with the shared secret.
    const ear = (node.ear = await NodeEar.open(keyOf('node-a')));
    try {
      const visit = await waitingVisit(hospital, patient, doctor);
      await node.beat();
      await patient.client.ok(issueCallTicket, { params: { visitId: visit.id } });
      await patient.client.ok(leaveVisit, { params: { visitId: visit.id } });
      expect(await ear.next((order) => order.visitId === visit.id)).toMatchObject({ room: null });
      const event = callEvent({ hospitalId: hospital.id, id: visit.id }, 'room-closed');
      expect(await node.tell(event)).toBe(1);
    } finally {
      await ear.close();
    }
  });

  it('neither registers another node nor reports for one', async () => {
    const impostor = new NodeVoice(test, 'node-b', keyOf('node-a'));
    await expect(impostor.beat()).rejects.toThrow(refused);
    await expect(impostor.tell(callEvent({ hospitalId: newId(), id: newId() }, 'room-closed'))).rejects.toThrow(
      refused,
    );
  });

  it('is needed only where the api requires it: a node of the release before has the shared secret', async () => {
    await new NodeVoice(test, 'node-a').beat();
    const strict = await startTestApi({ NODE_KEYS: 'required' });
    try {
      const before = new NodeVoice(strict, 'node-a');
      await expect(before.beat()).rejects.toThrow(refused);
      const events = { params: { nodeId: 'node-a' }, body: { events: [] as never[] } };
      expect((await before.client.call(sendCallEvents, events)).status).toBe(401);
      await new NodeVoice(strict, 'node-a', keyOf('node-a', strict)).beat();
    } finally {
      await strict.close();
    }
  });

  it('is all that a node needs, and no order without it is taken', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'yunzhen-node-key-'));
    const node = await startNodeOf(test, 'node-c', directory, { NODE_SECRET: '', NODE_KEY: keyOf('node-c') });
    try {
      const { rows } = await test.database.admin.query('SELECT id, own_key FROM media_node');
      expect(rows).toEqual([{ id: 'node-c', own_key: true }]);
      const order = async (credential: string) => {
        const body = JSON.stringify({ orders: [{ visitId: newId(), room: null, removed: [] }] });
        const headers = { authorization: `Bearer ${credential}`, 'content-type': 'application/json' };
        return (await fetch(node.url + roomOrdersPath, { method: 'POST', headers, body })).status;
      };
      expect(await order(test.settings.NODE_SECRET)).toBe(401);
      expect(await order(keyOf('node-b'))).toBe(401);
      expect(await order(keyOf('node-c'))).toBe(204);
    } finally {
      await node.end('SIGTERM');
      await rm(directory, { recursive: true, force: true });
    }
  });
});
