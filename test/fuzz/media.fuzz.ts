import * as contract from '../../shared/src/calls/call.schemas.ts';
import { newId } from '../../server/src/platform/ids.ts';
import { CallClient } from '../integration/calls/media/support/call-client.ts';
import { NodeFixture, ticketFor } from '../integration/calls/media/support/node-fixture.ts';
import { atTheEnd } from '../bench/endings.ts';
import { valueFor } from '../support/contract-values.ts';
import type { FuzzTarget } from './fuzzing.ts';
import { spoiled } from './hostile-values.ts';

const events = {
  join: contract.joinRequest,
  'connect-transport': contract.connectTransportRequest,
  produce: contract.produceRequest,
  'pause-producer': contract.pauseProducerRequest,
  'resume-producer': contract.producerRequest,
  'close-producer': contract.producerRequest,
  'set-reception': contract.setReceptionRequest,
  'restart-ice': contract.restartIceRequest,
  leave: contract.emptyRequest,
} as const;

/** Tests the call socket of a media node, before and after joining. */
const target: FuzzTarget = async () => {
  const fixture = await NodeFixture.start();
  atTheEnd(() => fixture.stop());
  return async (random) => {
    const client = await CallClient.connect(fixture.url);
    const visitId = newId();
    const own = random.chance(0.7) ? await client.join(ticketFor({ visitId })) : null;
    const sent: unknown[] = [];
    const wrong: string[] = [];
    for (let n = random.between(1, 6); n > 0; n--) {
      const name = random.pick(Object.keys(events) as (keyof typeof events)[]);
      const made = valueFor(events[name], random.between(0, 999)) as Record<string, unknown>;
      if (own && 'transportId' in made) made['transportId'] = random.pick([own.send.id, own.receive.id]);
      const payload = random.chance(0.7) ? spoiled(made, random) : made;
      sent.push([name, payload]);
      const answer = await client.request(name as never, payload as never);
      if (!answer.ok && answer.code === 'internal') wrong.push(`${name}: internal`);
    }
    client.close();
    return { input: sent, wrong: wrong[0] ?? null };
  };
};
export default target;
