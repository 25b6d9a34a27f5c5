import { locales } from '@yunzhen/shared/core/locale';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Tx } from '../../../platform/db/transaction.ts';
import { renderApart } from '../../../platform/paper/render-apart.ts';
import { emitEvent } from '../../core/domain-events.ts';
import { logoForPaper } from '../../administration/index.ts';
import type { SealedRecords } from '../../signing/index.ts';
import { sealedStatuses, type PrescriptionWithSurroundings } from '../prescription.repository.ts';
import { eventOf } from '../prescription-changes.ts';
import { toDocument } from './document-of.ts';
import type { renderPrescriptionPdf } from './prescription-pdf.ts';
import type { PrescribingPart } from '../prescribing-part.ts';

const renderer = new URL('./prescription-pdf.ts', import.meta.url).href;

type Parts = PrescribingPart<'repository' | 'documents' | 'codes' | 'chart'>;

/** Seals each approved prescription once per language, on the hospital’s paper size and with both signatures attached. */
export function prescriptionSealing(parts: Parts): SealedRecords<PrescriptionWithSurroundings> {
  const { repository, documents, codes, chart } = parts;
  return {
    kind: 'prescription',
    read: async (tx, id) => {
      const prescription = await unsealed(parts, tx, id);
      if (!prescription) return null;
      const { doctor, pharmacist } = await repository.signaturesOf(tx, id);
      if (!doctor || !pharmacist) throw new AppError('internal', 'approved prescription has no signature');
      const { around } = prescription;
      const address = await codes.address('prescription', prescription, around.hospitalSlug);
      const facts = await chart.facts(tx, prescription.patientId);
      const printed = toDocument(prescription, facts, { doctor, pharmacist }, address);
      // The logo belongs to the paper, not to the record: the PDF shows the logo of the day of sealing.
      const logo = await logoForPaper(tx);
      const document = logo ? { ...printed, hospital: { ...printed.hospital, logo } } : printed;
      const attachments = [
        attached('prescription.jws', 'Signed prescription', doctor.jws),
        attached('review.jws', 'Signed review', pharmacist.jws),
      ];
      const { paper } = around;
      return {
        practitionerId: prescription.practitionerId,
        statement: { name: around.doctorName, reason: 'Prescription', location: around.hospitalName.en },
        sheets: locales.map((locale) => ({
          locale,
          paper,
          render: () =>
            renderApart<typeof renderPrescriptionPdf>(renderer, 'renderPrescriptionPdf', document, {
              locale,
              paper,
              attachments,
            }),
        })),
      };
    },
    lock: (tx, id) => unsealed(parts, tx, id, true),
    keep: async (tx, prescription, files) => {
      const { id, patientId } = prescription;
      for (const file of files) await documents.add(tx, id, file.locale, file);
      await tx.audit('prescription.sealed', { entity: 'prescription', entityId: id, patientId });
      await emitEvent(tx, 'prescription.sealed', {
        ...eventOf(prescription, prescription.around),
      });
    },
    waitingSince: (tx, before) => repository.withoutDocument(tx, before),
  };
}

async function unsealed({ repository }: Parts, tx: Tx, id: string, locked = false) {
  const row = locked ? await repository.lock(tx, id) : await repository.find(tx, id);
  const [prescription] = row ? await repository.surround(tx, [row]) : [];
  return prescription && !prescription.around.sealed && sealedStatuses.includes(prescription.status)
    ? prescription
    : null;
}

function attached(name: string, description: string, jws: string) {
  return { name, mediaType: 'application/jose', description, content: Buffer.from(jws) };
}
