import type { Acknowledgement, Prescription, SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import { prescriptionMachine } from '@yunzhen/shared/prescribing/prescription';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { endOfDay } from '@yunzhen/shared/core/time/wall-clock';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { canonicalJson } from '../../../platform/signing/canonical-json.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import { PRESCRIPTION_JWS_TYPE, prescriptionJson } from './prescription-json.ts';
import type { AccountsArea } from '../../accounts/index.ts';
import type { AlertRatesService } from '../alerts/alert-rates.service.ts';
import type { PrescriptionRow } from '../prescription.entity.ts';
import { eventOf } from '../prescription-changes.ts';
import { assertNoFixedIssue, requireOwn } from '../prescription.policy.ts';
import type { PrescriptionQueries } from '../prescription-queries.service.ts';
import type { ReturnedPrescriptions } from '../endings/returned-prescriptions.service.ts';
import type { PrescriptionWithSurroundings } from '../prescription.repository.ts';
import type { PrescriptionChecks } from '../safety/prescription-checks.ts';
import type { PractitionerSignatures } from '../../signing/index.ts';
import { signedFacts } from './signed-facts.ts';
import type { PrescribingPart } from '../prescribing-part.ts';
import { assertLegible } from '../../core/legible-draft.ts';
import { assertCurrent } from '../../core/version.ts';

/** A prescription is valid on the day of issue, and up to two more days when its doctor says so (Prescription Management Measures, art. 18). */
const DAY_OF_ISSUE = 1;

/** Returns the end of the last valid day in the hospital’s time zone, whatever the length of its days. */
export function validUntilOf(timeZone: string, signedAt: Date, validDays = DAY_OF_ISSUE): Date {
  return endOfDay(timeZone, shiftDay(dayIn(timeZone, signedAt), validDays - 1));
}

interface SigningServiceDeps extends PrescribingPart<
  'transactions' | 'repository' | 'codes' | 'visits' | 'circumstances' | 'formularies' | 'hooks'
> {
  signing: Pick<PractitionerSignatures, 'sign'>;
  confirmSigner: AccountsArea['confirmSigner'];
  patients: Pick<AccountsArea['patients'], 'numberRecord'>;
  checks: PrescriptionChecks;
  queries: PrescriptionQueries;
  alerts: AlertRatesService;
  returned: Pick<ReturnedPrescriptions, 'replace'>;
}

/** Signs prescriptions for doctors. */
export class SigningService extends Service<SigningServiceDeps> {
  /**
   * Signs a draft after updating its diagnoses, safety checks and rules, in one transaction with its place in the pharmacist’s queue. Repeating the
   * command returns the signed prescription.
   */
  async sign(
    context: ActorContext,
    id: string,
    version: number,
    { acknowledgements, replaces }: { acknowledgements: Acknowledgement[]; replaces: string[] },
  ): Promise<Prescription> {
    const { transactions, repository, visits, checks, queries } = this.deps;
    return transactions.command(context, 'signPrescription', async (tx) => {
      const row = requireOwn(context.actor, await repository.lock(tx, id));
      if (row.signedAt !== null) return queries.readAgain(tx, row);
      await this.deps.confirmSigner(tx, context.actor);
      const visit = await visits.requireConduct(tx, context.actor, row.visitId);
      assertCurrent(row, version);
      const status = prescriptionMachine.next(row.status, 'sign');
      const seen = row.safety;
      await checks.examine(tx, row, visit);
      assertSignable(row, acknowledgements);
      assertUncheckedSeen(seen, row.safety);
      row.acknowledgements = acknowledgements.filter((entry) =>
        row.safety?.issues.some((issue) => issue.id === entry.issueId),
      );
      const signed = await this.#seal(tx, row);
      signed.status = status;
      const { around, ...record } = signed;
      await repository.saveVersion(tx, record);
      if (record.safety) await repository.keepSafetyCheck(tx, record, 'signature', record.safety);
      await this.deps.alerts.signed(tx, record);
      await this.deps.returned.replace(tx, context.actor, replaces, record);
      await this.deps.hooks.onSigned.run(tx, record);
      await tx.audit('prescription.signed', {
        entity: 'prescription',
        entityId: id,
        patientId: row.patientId,
        details: { version: record.version, items: record.items.length, overrides: record.acknowledgements.length },
      });
      const formulary = await this.deps.formularies.of(tx);
      await emitEvent(tx, 'prescription.signed', {
        ...eventOf(record, around),
        facts: signedFacts(record, (productId) => formulary.product(productId)?.atc),
      });
      return queries.view(tx, record, 'clinician');
    });
  }

  /** Creates the signature, the signed payload and the secret of the code. */
  async #seal(tx: Tx, row: PrescriptionRow): Promise<PrescriptionWithSurroundings> {
    const { repository, signing, codes } = this.deps;
    const [surrounded] = await repository.surround(tx, [row]);
    if (!surrounded) throw new AppError('resource.not-found', 'prescription details not found');
    const signedAt = tx.now;
    const { validDays } = await this.deps.circumstances.of(tx, row.id);
    const validUntil = validUntilOf(surrounded.around.timeZone, signedAt, validDays);
    const payload = prescriptionJson(surrounded, { signedAt, validUntil });
    const { practitionerId } = row;
    await this.deps.patients.numberRecord(tx, row.patientId, dayIn(surrounded.around.timeZone, signedAt));
    const signature = await signing.sign(tx, practitionerId, PRESCRIPTION_JWS_TYPE, payload);
    await repository.addSignature(tx, row.id, { role: 'doctor', practitionerId, ...signature });
    return {
      ...surrounded,
      signedPayload: canonicalJson(payload),
      signedAt,
      validUntil,
      ...(await codes.make('prescription', row.id)),
    };
  }
}

function assertSignable(row: PrescriptionRow, acknowledgements: readonly Acknowledgement[]): void {
  if (row.items.length === 0) throw new AppError('prescription.empty', 'prescription has no medicine');
  // What the doctor writes; the rest of a line is of the formulary.
  assertLegible({ items: row.items.map(({ note, asNeeded }) => ({ note, asNeeded })) });
  if (!row.diagnoses.some((diagnosis) => diagnosis.primary))
    throw new AppError('prescription.diagnosis-missing', 'primary diagnosis is missing');
  const [rule] = row.blockedBy;
  if (rule)
    throw new AppError('prescription.rule-blocked', 'a rule forbids this prescription', {
      facts: { rule: rule.ruleId },
    });
  const issues = row.safety?.issues ?? [];
  assertNoFixedIssue(issues);
  // Minor findings only inform; from "moderate" a coded reason is required, so that it is on record.
  const missing = issues.filter(
    (issue) => issue.severity !== 'minor' && !acknowledgements.some((entry) => entry.issueId === issue.id),
  );
  if (missing.length > 0) {
    throw new AppError('prescription.issue-unacknowledged', 'alerts have no override reason', {
      facts: { missing: missing.length },
    });
  }
}

/** Throws when something is not checked now that the doctor has not seen as not checked. */
function assertUncheckedSeen(seen: SafetyReport | null, now: SafetyReport | null): void {
  const known = new Set(seen?.notChecked.map(({ check, reason }) => `${check} ${reason.en}`));
  const unseen = now?.notChecked.find(({ check, reason }) => !known.has(`${check} ${reason.en}`));
  if (!unseen) return;
  throw new AppError('prescription.unchecked-unseen', 'a check did not run and the doctor has not acknowledged it', {
    facts: { check: unseen.check },
  });
}
