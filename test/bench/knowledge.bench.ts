import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { loadCuratedFormulary } from '../../server/src/api/catalogues/formulary/curated-formulary.ts';
import { readList } from '../../server/src/api/catalogues/index.ts';
import { releaseContent } from '../../server/src/api/prescribing/curation/release-json.ts';
import { packPairs, type ImportedPair } from '../../server/src/api/prescribing/imports/imported-pairs.ts';
import { listReader } from '../../server/src/api/prescribing/imports/interaction-list-reader.ts';
import { knowledgeManifest } from '../../server/src/api/prescribing/safety/knowledge/knowledge-manifest.ts';
import { shippedTables } from '../../server/src/api/prescribing/safety/knowledge/knowledge-tables.ts';
import { measureSafetyCheck } from './safety-check.ts';
import { option, report } from './report.ts';

/*
 * Imports a base of 200,000 pairs as the job and the release do (reading, conflicts, packing), and runs the checks of ten lines against twenty active
 * medicines with it. The pairs are made from the ids of the formulary; the texts have the length of real ones.
 */

const wanted = option('pairs', 200_000);
const ids = loadCuratedFormulary().ingredients.map(({ id }) => id);
const severities = ['minor', 'moderate', 'serious'];
const lines = ['a,b,severity,source,mechanismEn,mechanismZh,adviceEn,adviceZh,evidence'];
for (let step = 1; lines.length <= wanted && step <= ids.length >> 1; step++) {
  for (let at = 0; at < ids.length && lines.length <= wanted; at++) {
    const n = lines.length;
    const mechanism = `Example mechanism ${n % 20_000}: the level of the other medicine rises or falls.`;
    const words = `${mechanism},示例机制${n % 20_000}，血药浓度改变。,Watch the patient and measure.,监测患者。`;
    lines.push(
      `${ids[at]},${ids[(at + step) % ids.length]},${severities[n % 3]},Example base 2026 no. ${n},${words},probable`,
    );
  }
}
const file = gzipSync(lines.join('\n'));

const begun = performance.now();
const usedBefore = process.cpuUsage();
const pairs: ImportedPair[] = [];
let remarks = 0;
const result = await readList(file, listReader, {
  entry: (pair) => void (pair && pairs.push(pair)),
  remark: () => (remarks += 1),
});
const read = performance.now();
const packed = packPairs(pairs);
const end = performance.now();
const used = process.cpuUsage(usedBefore);
if (result.failure) throw new Error(result.failure.en);

const shared = new Uint8Array(new SharedArrayBuffer(packed.length));
shared.set(packed);
const version = knowledgeManifest.version;
const content = releaseContent(shippedTables(), version, [], {
  file: '',
  version: '',
  pairs: pairs.length,
  packed: '',
});
const release = { hospitalId: 'bench', id: 'bench', number: 1, sha256: 'f'.repeat(64), content, imported: shared };
const rounds = option('rounds', 400);
const without = await measureSafetyCheck(rounds);
const checked = await measureSafetyCheck(rounds, release);

report(
  'knowledge',
  rounds,
  [
    { part: 'read and compared', rows: result.accepted, remarks, ms: Math.round(read - begun) },
    { part: 'packed', bytes: packed.length, ms: Math.round(end - read) },
    { part: 'checks without a base', 'median ms': without.medianMs, 'p95 ms': without.p95Ms, issues: without.issues },
    { part: 'checks with the base', 'median ms': checked.medianMs, 'p95 ms': checked.p95Ms, issues: checked.issues },
  ],
  [
    { name: 'pairs', value: pairs.length, unit: 'pairs', goal: null },
    { name: 'import', value: (end - begun) / 1000, unit: 's', goal: '<= 30' },
    { name: 'import, processor time', value: (used.user + used.system) / 1e6, unit: 's', goal: null },
    { name: 'ten lines, twenty active medicines, p95', value: checked.p95Ms, unit: 'ms', goal: '<= 5' },
    { name: 'the same, processor time of a check', value: checked.processorMs, unit: 'ms', goal: null },
    { name: 'the same without a base, processor time', value: without.processorMs, unit: 'ms', goal: null },
    { name: 'packed base', value: packed.length / 1e6, unit: 'MB', goal: null },
  ],
);
