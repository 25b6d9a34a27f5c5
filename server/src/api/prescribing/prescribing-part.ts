import type { ApiDeps } from '../core/area-deps.ts';
import type { Formularies } from '../catalogues/index.ts';
import type { ChartArea } from '../chart/index.ts';
import type { PractitionerSignatures, PrintedCodes } from '../signing/index.ts';
import type { VisitsArea } from '../visits/index.ts';
import type { PrescribingHooks } from './hooks.ts';
import type { SealedDocuments } from './paper/sealed-documents.repository.ts';
import type { PrescriptionRepository } from './prescription.repository.ts';
import type { CircumstancesRepository } from './rules/circumstances.repository.ts';

/** The named dependencies of services in this area. */
interface Parts extends ApiDeps {
  chart: Pick<ChartArea, 'facts'>;
  circumstances: CircumstancesRepository;
  codes: PrintedCodes;
  documents: SealedDocuments;
  formularies: Formularies;
  hooks: PrescribingHooks;
  repository: PrescriptionRepository;
  signing: Pick<PractitionerSignatures, 'trust'>;
  visits: VisitsArea;
}

/** A selection of these dependencies by name. */
export type PrescribingPart<Name extends keyof Parts> = Pick<Parts, Name>;
