import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { issueCallTicket } from '../../../shared/src/calls/call.contract.ts';
import { listOperatorEvents, setCallPlaces } from '../../../shared/src/operator/operator.contract.ts';
import { callPlacementsTotal } from '../../../server/src/api/calls/record/call-metrics.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { signedInOperator } from '../../support/operators.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { admittedVisit } from '../../support/visit-steps.ts';
import { beatOn, forgetNodes, NodeVoice } from './media-nodes.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
/** One voice a node: another one with its id would be a second node. */
const voices = new Map<string, NodeVoice>();
let refused: (places: string[]) => Promise<number>;
let log: () => Promise<number>;
let prefer: (...places: string[]) => Promise<string[]>;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  const operator = new TestClient(test.url);
  const { headers } = await signedInOperator(test);
  refused = async (places) => {
    const params = { hospitalId: hospital.id };
    return (await operator.call(setCallPlaces, { headers, params, body: { places } })).status;
  };
  log = async () => {
    const query = { action: 'hospital.places-set' as const };
    const { items } = await operator.ok(listOperatorEvents, { headers, query });
    return items.filter((event) => event.hospital?.id === hospital.id).length;
  };
  prefer = async (...places) => {
    const params = { hospitalId: hospital.id };
    return (await operator.ok(setCallPlaces, { headers, params, body: { places } })).callPlaces;
  };
});
afterAll(() => test.close());
beforeEach(async () => {
  await forgetNodes(test);
  voices.clear();
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
});

const nodes = async (places: Readonly<Record<string, { load: number; freeVisits?: number }>>) => {
  for (const [place, { load, freeVisits = 9 }] of Object.entries(places)) {
    const voice = voices.get(place) ?? new NodeVoice(test, `node-${place}`);
    voices.set(place, voice);
    await voice.beat({ load, freeVisits, ...(place === 'none' ? {} : { place }) });
  }
};

/** Places a new visit of the hospital and returns its node. */
async function placed(): Promise<string> {
  const patient = await factory.patient(hospital);
  const visit = await admittedVisit(hospital, patient, doctor);
  await beatOn();
  await patient.client.ok(issueCallTicket, { params: { visitId: visit.id } });
  const sql = 'SELECT node_id FROM call_placement WHERE visit_id = $1';
  return ((await test.database.admin.query<{ node_id: string }>(sql, [visit.id])).rows[0] ?? { node_id: '' }).node_id;
}

const counted = async () =>
  Object.fromEntries((await callPlacementsTotal.get()).values.map(({ labels, value }) => [labels['place'], value]));

describe('a hospital that prefers places', () => {
  it('gets a node of the first of them with room, however idle others are', async () => {
    await nodes({ east: { load: 0.8 }, west: { load: 0.4 }, none: { load: 0 } });
    expect(await prefer('east', 'west')).toEqual(['east', 'west']);
    callPlacementsTotal.reset();
    expect(await placed()).toBe('node-east');
    await nodes({ east: { load: 0.8, freeVisits: 0 } });
    expect(await placed()).toBe('node-west');
    expect(await counted()).toEqual({ preferred: 2 });
  });

  it('gets another node when its own are full or gone, and its own again afterwards', async () => {
    await nodes({ east: { load: 0.8, freeVisits: 0 }, west: { load: 0.4 }, none: { load: 0.1 } });
    await prefer('east');
    callPlacementsTotal.reset();
    expect(await placed()).toBe('node-none');
    expect(await counted()).toEqual({ other: 1 });
    await nodes({ east: { load: 0.8, freeVisits: 1 } });
    expect(await placed()).toBe('node-east');
    // The promised visit took the last room.
    expect(await placed()).toBe('node-none');
  });

  it('does not change where calls of other hospitals go', async () => {
    await nodes({ east: { load: 0.8 }, west: { load: 0.1 } });
    await prefer('east');
    hospital = await factory.hospital();
    doctor = await factory.doctor(hospital);
    callPlacementsTotal.reset();
    expect(await placed()).toBe('node-west');
    expect(await counted()).toEqual({ any: 1 });
  });

  it('has them from an operator, each change in the log; repeated and malformed names are rejected', async () => {
    expect(await prefer('east', 'west')).toEqual(['east', 'west']);
    expect(await prefer('east', 'west')).toEqual(['east', 'west']);
    expect(await log()).toBe(1);
    for (const places of [['east', 'east'], ['East'], [''], Array.from({ length: 9 }, (_, i) => `p${i}`)])
      expect(await refused(places)).toBe(400);
    expect(await prefer()).toEqual([]);
    expect(await log()).toBe(2);
  });
});
