import type { Resource } from '@medplum/fhirtypes';
import type { HospitalContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import {
  allergyOf,
  conditionOf,
  diagnosisOf,
  medicationStatementOf,
  noKnownAllergiesOf,
  observationOf,
  pregnancyOf,
} from '../fhir/chart.ts';
import { chartDocumentOf, chatMessageOf, sealedFileOf } from '../fhir/documents.ts';
import type { Words } from '../fhir/fhir-values.ts';
import { intakeOf, intakePictureOf } from '../fhir/intake.ts';
import { auditEventOf } from '../fhir/audit-events.ts';
import { noteOf } from '../fhir/notes.ts';
import { organizationOf, patientOf, pharmacyOf, practitionerOf, relatedPersonOf } from '../fhir/people.ts';
import { prescriptionOf } from '../fhir/prescriptions.ts';
import { appointmentOf, billOf, consentOf, encounterOf, summaryOf, type VisitRow } from '../fhir/visits.ts';
import type { RecordRowsRepository } from './record-rows.repository.ts';
import type { SourceName } from './sources.ts';

interface Part {
  readonly source: SourceName;
  /** Rows per transaction: fewer for long rows. */
  readonly atOnce: number;
  resources(row: never, words: Words): Resource[];
}

function part<Row>(source: SourceName, atOnce: number, map: (row: Row, words: Words) => Resource | Resource[]): Part {
  return { source, atOnce, resources: (row: Row, words) => [map(row, words)].flat() };
}

/** All parts of a record, in the order of writing and reading. */
const parts: readonly Part[] = [
  part('hospital', 1, organizationOf),
  part('patient', 1, patientOf),
  part('relatedPersons', 200, relatedPersonOf),
  part('practitioners', 200, practitionerOf),
  part('pharmacies', 200, pharmacyOf),
  part('noKnownAllergies', 1, noKnownAllergiesOf),
  part('allergies', 200, allergyOf),
  part('conditions', 200, conditionOf),
  part('statedMedicines', 200, medicationStatementOf),
  part('observations', 500, observationOf),
  part('pregnancies', 200, pregnancyOf),
  part('appointments', 200, appointmentOf),
  part('visits', 100, (row: VisitRow, words) => [
    encounterOf(row, words),
    ...intakeOf(row, words),
    ...summaryOf(row, words),
    ...billOf(row),
  ]),
  part('intakePictures', 200, intakePictureOf),
  part('consents', 100, consentOf),
  part('diagnoses', 200, diagnosisOf),
  part('notes', 50, noteOf),
  part('prescriptions', 50, prescriptionOf),
  part('sealedPrescriptions', 200, sealedFileOf),
  part('sealedDocuments', 200, sealedFileOf),
  part('chartDocuments', 200, chartDocumentOf),
  part('chatMessages', 200, chatMessageOf),
  part('emergencies', 200, auditEventOf),
  part('looks', 500, auditEventOf),
];

interface RecordReaderDeps {
  transactions: Transactions;
  rows: RecordRowsRepository;
}

/** Reads a whole record as R4 resources, page by page, each page in its own transaction, so that a slow writer blocks nothing. */
export class RecordReader extends Service<RecordReaderDeps> {
  /** Returns the number of rows to read, for the progress. */
  count(context: HospitalContext, patientId: string): Promise<number> {
    return this.deps.transactions.run(context, async (tx) => {
      let sum = 0;
      for (const { source } of parts) sum += await this.deps.rows.count(tx, source, patientId);
      return sum;
    });
  }

  /** Yields a list of resources per row. */
  async *read(context: HospitalContext, patientId: string, words: Words): AsyncGenerator<Resource[]> {
    for (const { source, atOnce, resources } of parts)
      for await (const row of this.rows(context, source, patientId, atOnce)) yield resources(row as never, words);
  }

  /** Yields the rows of one kind. */
  async *rows<Row extends object>(
    context: HospitalContext,
    source: SourceName,
    patientId: string,
    atOnce: number,
  ): AsyncGenerator<Row> {
    let after = '';
    for (;;) {
      const from = after;
      const page = await this.deps.transactions.run(context, (tx) =>
        this.deps.rows.page<Row>(tx, source, patientId, from, atOnce),
      );
      for (const row of page) yield row as Awaited<Row>;
      after = page.at(-1)?.key ?? after;
      if (page.length < atOnce) return;
    }
  }
}
