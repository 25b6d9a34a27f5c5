import { randomUUID } from 'node:crypto';
import { listHospitalLists, readHospitalList } from '../../shared/src/catalogues/hospital-lists.contract.ts';
import { listKinds } from '../../shared/src/catalogues/hospital-lists.constants.ts';
import { TestClient } from '../support/client.ts';
import { demoGround } from './demo-ground.ts';
import type { FuzzTarget } from './fuzzing.ts';
import { spoiledBytes } from './hostile-values.ts';

const words = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\r\n',
  '\n',
  '\0',
  '\xff\xfe',
  '\xef\xbb\xbf',
  '=1+1',
  'x'.repeat(5000),
  ',,,,,,,',
  '99999999999999999999',
  '-1',
];

/** Maximum milliseconds for the job to read a list, including its time in the queue. */
const longestReading = 60_000;

/** Uploads lists of diagnoses and medicines, until the job has read each of them. */
const target: FuzzTarget = async () => {
  const { test, factory, actors } = await demoGround();
  const administrator = actors.byRole.get('administrator');
  if (!administrator) throw new Error('no administrator');
  const fresh = async () => new TestClient(test.url, (await factory.sessionOf(administrator)).accessToken);
  const columns = new Map<string, string[]>();
  for (const kind of listKinds) {
    const { columns: known } = await (await fresh()).ok(listHospitalLists, { params: { kind } });
    columns.set(
      kind,
      known.map(({ name }) => name),
    );
  }
  return async (random) => {
    const kind = random.pick(listKinds);
    const names = columns.get(kind) ?? [];
    const row = () => names.map(() => random.pick(['A00', 'x', '1', 'Paracetamol', '', '“”', '甲'])).join(',');
    const lines = [names.join(','), ...Array.from({ length: random.between(1, 30) }, row)].join('\n');
    const file = spoiledBytes(Buffer.from(lines), random, words);
    const client = await fresh();
    const listId = randomUUID();
    const begun = performance.now();
    const answer = await fetch(`${test.url}/api/hospital-lists/${kind}/${listId}?fileName=list.csv`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${client.accessToken}`, 'content-type': 'text/csv' },
      body: new Uint8Array(file),
    });
    const input = { kind, file: file.toString('base64') };
    const text = await answer.text();
    const took = performance.now() - begun;
    if (answer.status >= 400) return { input, took, wrong: answer.status >= 500 ? `${answer.status} ${text}` : null };
    while (performance.now() - begun < longestReading) {
      const { state } = await client.ok(readHospitalList, { params: { kind, listId } });
      if (state !== 'reading') return { input, took, wrong: null };
    }
    return { input, wrong: 'is still being read' };
  };
};
export default target;
