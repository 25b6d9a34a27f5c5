import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { create as qrCode } from 'qrcode';
import { renderPrescriptionPdf } from '../../server/src/api/prescribing/paper/prescription-pdf.ts';
import { samplePrescription } from '../../server/src/api/prescribing/paper/sample-prescription.ts';
import { loadCuratedFormulary } from '../../server/src/api/catalogues/formulary/curated-formulary.ts';
import { createFormularySearch } from '../../server/src/api/catalogues/formulary/formulary-search.ts';
import { medicineHitOf } from '../../server/src/api/catalogues/formulary/medicine-hit.ts';
import { signingKeyContext } from '../../server/src/api/signing/keys/credential.repository.ts';
import { PractitionerSigner } from '../../server/src/api/signing/keys/practitioner-signatures.ts';
import { createLocalKeyEncryption } from '../../server/src/platform/signing/key-encryption.ts';
import { makeAuthority, makeSigner, statement } from '../../server/src/platform/signing/signing-fixtures.ts';
import { locales, type Locale } from '../../shared/src/core/locale.ts';
import { recordPage } from './bare/recorded-page.ts';
import { BareSigner, bareSignedPdf } from './bare/signed-pdf.ts';
import { median, option, quantile, report } from './report.ts';
import { measureSafetyCheck, type SafetyCheckFigures } from './safety-check.ts';
import { measureSealingLoop } from './sealing-loop.ts';
import { beginning, fullListCsv, measureTerminologySearch } from './terminology-search.ts';
import { typing } from './typing.ts';

/*
 * Measures the cost of a prescription: signed PDFs against bare pdfkit with node's ECDSA, the api's event loop while sealing, the safety check, and
 * both searches. Twenty users search concurrently. `--icd=FILE` searches that CSV, gzipped or not, instead of a generated list.
 */
const rounds = option('rounds', 5);
const pdfs = option('pdfs', 20);
const prescriptions = option('prescriptions', 8);
const icdFile = process.argv.find((argument) => argument.startsWith('--icd='))?.slice('--icd='.length);
const typists = { clients: 20, questions: 40, everyMs: 200 };

const authority = await makeAuthority('乌镇互联网医院');
const doctor = await makeSigner(authority, '沈清');
const practitionerId = '0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e12';
const keyEncryption = createLocalKeyEncryption({ id: 'bench', key: randomBytes(32) });
const pkcs8 = doctor.key.export({ type: 'pkcs8', format: 'der' });
const credential = {
  practitionerId,
  certificate: doctor.certificate,
  sealedKey: await keyEncryption.seal(pkcs8, signingKeyContext(practitionerId)),
};
const signer = new PractitionerSigner(keyEncryption);
const bareSigner = new BareSigner(doctor);
const attachments = ['prescription.jws', 'review.jws'].map((name, index) => ({
  name,
  mediaType: 'application/jose',
  description: name,
  content: Buffer.from(randomBytes(1200 - 400 * index).toString('base64url')),
}));
const pages = {} as Record<Locale, Awaited<ReturnType<typeof recordPage>>>;
for (const locale of locales)
  pages[locale] = await recordPage(() => renderPrescriptionPdf(samplePrescription, { locale }));

const ways = {
  bare: (locale: Locale) => {
    // The positions of its squares are recorded, but every prescription has its own code that must be computed.
    qrCode(samplePrescription.verificationUrl, { errorCorrectionLevel: 'M' });
    return bareSignedPdf(pages[locale], attachments, bareSigner);
  },
  ours: async (locale: Locale) => {
    const plain = await renderPrescriptionPdf(samplePrescription, { locale, attachments });
    return signer.pdf(credential, authority.certificate, plain, statement);
  },
} as const;
type Way = keyof typeof ways;

/** Alternates both sides PDF by PDF, so that other load affects both alike. */
async function oneRound(round: number): Promise<Record<Way, { ms: number; cpuMs: number }>> {
  const spent = { bare: { ms: 0, cpuMs: 0 }, ours: { ms: 0, cpuMs: 0 } };
  for (let n = 0; n < pdfs; n++) {
    const order: Way[] = (n + round) % 2 === 0 ? ['bare', 'ours'] : ['ours', 'bare'];
    for (const way of order) {
      const cpu = process.cpuUsage();
      const begun = performance.now();
      await ways[way](Math.floor(n / 2) % 2 === 0 ? 'zh-CN' : 'en');
      spent[way].ms += performance.now() - begun;
      const { user, system } = process.cpuUsage(cpu);
      spent[way].cpuMs += (user + system) / 1000;
    }
  }
  return spent;
}

// Two warm-up rounds.
for (let round = 0; round < 2; round++) await oneRound(round);
const measured: Awaited<ReturnType<typeof oneRound>>[] = [];
for (let round = 0; round < rounds; round++) measured.push(await oneRound(round));
const perSecond = (way: Way) => median(measured.map((round) => (pdfs * 1000) / round[way].ms));
const cpuOf = (way: Way) => median(measured.map((round) => round[way].cpuMs / pdfs));
const ratio = median(measured.map(({ bare, ours }) => bare.ms / ours.ms));
const cpuRatio = median(measured.map(({ bare, ours }) => bare.cpuMs / ours.cpuMs));

const checks: SafetyCheckFigures[] = [];
for (let round = 0; round < rounds; round++) checks.push(await measureSafetyCheck());
const safetyMedian = median(checks.map(({ medianMs }) => medianMs));
const safetyP95 = median(checks.map(({ p95Ms }) => p95Ms));

const icd = [];
const medicineTimes = [];
const list = icdFile ? await readFile(icdFile) : Buffer.from(fullListCsv());
const formulary = loadCuratedFormulary();
const medicines = createFormularySearch(formulary);
const medicineNames = formulary.products
  .filter((_, index) => index % 29 === 0)
  .flatMap(({ name }) => [name.en, name.zh]);
for (let round = 0; round < rounds; round++) {
  icd.push(await measureTerminologySearch(list, typists));
  medicineTimes.push(
    await typing(typists, (client, n) =>
      Promise.resolve(medicines.search(beginning(medicineNames, client, n), 20).map(medicineHitOf)),
    ),
  );
}
const icdP95 = median(icd.map(({ p95Ms }) => p95Ms));
const medicineP95 = median(medicineTimes.map((times) => quantile(times, 0.95)));

const sealing = await measureSealingLoop(rounds, prescriptions);
const loopP99 = median(sealing.map(({ p99Ms }) => p99Ms));

const typed = `${typists.clients} clients, a letter every ${typists.everyMs} ms each`;
const ms = (value: number) => `${value.toFixed(2)} ms`;
report(
  'prescribe',
  rounds,
  [
    {
      what: 'signed PDFs a second, bare pdfkit and ECDSA',
      median: perSecond('bare').toFixed(1),
      more: `${ms(cpuOf('bare'))} CPU each`,
    },
    {
      what: 'signed PDFs a second, yunzhen',
      median: perSecond('ours').toFixed(1),
      more: `${ms(cpuOf('ours'))} CPU each`,
    },
    {
      what: `api seals ${prescriptions} prescriptions at once, PDFs a second`,
      median: median(sealing.map(({ pdfsPerSecond }) => pdfsPerSecond)).toFixed(1),
      more: `longest delay ${ms(Math.max(...sealing.map(({ longestMs }) => longestMs)))}`,
    },
    {
      what: 'event-loop delay meanwhile, 99th percentile',
      median: ms(loopP99),
      more: `idle before ${ms(median(sealing.map(({ idleP99Ms }) => idleP99Ms)))}`,
    },
    { what: 'safety check, 10 lines, 20 active medicines', median: ms(safetyMedian), more: `95th ${ms(safetyP95)}` },
    {
      what: `ICD search, ${icd[0]?.rows} rows; ${typed}`,
      median: ms(median(icd.map(({ medianMs }) => medianMs))),
      more: `95th ${ms(icdP95)}`,
    },
    {
      what: `medicine search, ${formulary.products.length} products; ${typed}`,
      median: ms(median(medicineTimes.map(median))),
      more: `95th ${ms(medicineP95)}`,
    },
  ],
  [
    { name: 'signed PDFs a second, ours / bare', value: ratio, unit: 'x', goal: '>= 0.8' },
    { name: 'the same by CPU time', value: cpuRatio, unit: 'x', goal: null },
    { name: 'event-loop delay of the api while sealing, p99', value: loopP99, unit: 'ms', goal: '<= 20' },
    { name: 'safety check, median', value: safetyMedian, unit: 'ms', goal: '<= 5' },
    { name: 'ICD search, p95', value: icdP95, unit: 'ms', goal: '<= 100' },
    { name: 'medicine search, p95', value: medicineP95, unit: 'ms', goal: '<= 100' },
  ],
);
