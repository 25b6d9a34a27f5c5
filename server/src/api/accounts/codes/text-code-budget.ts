import { AppError } from '@yunzhen/shared/core/errors';
import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import type { ApiSettings } from '../../../platform/config/settings.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { textCodesNearLimitTotal, textCodesRefusedTotal } from '../../../platform/metrics/instruments.ts';
import { Service } from '../../../platform/service.ts';
import { codesCountedFor, textCodesOfSite } from './code.policy.ts';
import type { CodesRepository } from './codes.repository.ts';
import type { CodePurpose } from './one-time-code.entity.ts';

const limits = ['hospital-hour', 'hospital-day', 'installation-day'] as const;
type Limit = (typeof limits)[number];

/** The hospital’s codes of a day where the setting is absent: as many as twelve hours at the hour’s limit. */
const hoursOfADay = 12;
/** From this share of a limit on, codes are counted as near it, so that an alert comes before the refusals. */
const nearFrom = 0.8;

/** Codes for these go to the number that the account has proven. */
const toOwnNumber: readonly CodePurpose[] = ['confirm', 'enrol'];
/**
 * Codes for these may be ordered for any number, and each request sends one. The others send one to an account’s proven number or none, and which of
 * the two must not be visible: they count by the request, in the hour alone.
 */
const toAnyNumber: readonly CodePurpose[] = ['sign-up', 'change-contact'];

type BudgetSettings = Pick<
  ApiSettings,
  'SMS_CODES_PER_HOUR' | 'SMS_CODES_PER_DAY' | 'SMS_CODES_PER_DAY_OF_INSTALLATION'
>;

interface TextCodeBudgetDeps {
  settings: BudgetSettings;
  codes: CodesRepository;
}

/** Bounds what codes by text message cost, from any number of senders and to any number of people. */
export class TextCodeBudget extends Service<TextCodeBudgetDeps> {
  readonly #perHour: number;
  readonly #perDay: number;
  readonly #ofInstallation: number | undefined;

  constructor(deps: TextCodeBudgetDeps) {
    super(deps);
    const { settings } = deps;
    this.#perHour = settings.SMS_CODES_PER_HOUR;
    this.#perDay = settings.SMS_CODES_PER_DAY ?? hoursOfADay * this.#perHour;
    this.#ofInstallation = settings.SMS_CODES_PER_DAY_OF_INSTALLATION;
    // Prometheus sees no increase of a series that begins with its first code.
    for (const limit of limits) {
      textCodesRefusedTotal.inc({ limit }, 0);
      textCodesNearLimitTotal.inc({ limit }, 0);
    }
  }

  /**
   * Throws `request.rate-limited` where the sender’s larger network has used up its share of the hour, and `account.text-messages-used-up` where the
   * hospital has used up its codes of the hour, or of the day for any number.
   */
  async assertLeft(tx: Tx, purpose: CodePurpose, siteDigest: Buffer): Promise<void> {
    if (toOwnNumber.includes(purpose)) return;
    const before = (milliseconds: number) => new Date(tx.now.getTime() - milliseconds);
    const counted = await this.deps.codes.byTextMessage(
      tx,
      before(codesCountedFor),
      before(DAY_MS),
      toAnyNumber,
      siteDigest,
    );
    if (counted.site >= textCodesOfSite(this.#perHour))
      throw new AppError('request.rate-limited', 'too many codes by text message from one network');
    assertOneMore('hospital-hour', counted.hour, this.#perHour);
    if (toAnyNumber.includes(purpose)) assertOneMore('hospital-day', counted.day, this.#perDay);
  }

  /**
   * Counts a code for any number for the installation, if it has a limit. Call it last: requests of all hospitals wait for the row until the
   * transaction ends. Throws `account.text-messages-used-up` where the installation has sent its codes of the day.
   */
  async spend(tx: Tx, purpose: CodePurpose): Promise<void> {
    if (this.#ofInstallation === undefined || !toAnyNumber.includes(purpose)) return;
    const sent = await this.deps.codes.countText(tx, this.#ofInstallation);
    if (sent === null) throw refused('installation-day');
    noteNear('installation-day', sent, this.#ofInstallation);
  }
}

function assertOneMore(limit: Limit, counted: number, most: number): void {
  if (counted >= most) throw refused(limit);
  noteNear(limit, counted + 1, most);
}

function noteNear(limit: Limit, counted: number, most: number): void {
  if (counted >= nearFrom * most) textCodesNearLimitTotal.inc({ limit });
}

function refused(limit: Limit): AppError {
  textCodesRefusedTotal.inc({ limit });
  return new AppError('account.text-messages-used-up', `codes by text message are used up: ${limit}`);
}
