import { AppError } from '@yunzhen/shared/core/errors';
import type { ApiSettings } from '../../../platform/config/settings.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { textCodesRefusedTotal } from '../../../platform/metrics/instruments.ts';
import { codesCountedFor } from './code.policy.ts';
import type { CodesRepository } from './codes.repository.ts';
import type { CodePurpose } from './one-time-code.entity.ts';

const limits = ['hospital-hour', 'hospital-day', 'installation-day'] as const;

const day = 24 * 60 * 60_000;

/** Codes for these go to the number that the account has proven. All others may be ordered for any number. */
const toOwnNumber: readonly CodePurpose[] = ['confirm', 'enrol'];

type BudgetSettings = Pick<
  ApiSettings,
  'SMS_CODES_PER_HOUR' | 'SMS_CODES_PER_DAY' | 'SMS_CODES_PER_DAY_OF_INSTALLATION'
>;

/** Bounds what codes by text message cost, from any number of senders and to any number of people. */
export class TextCodeBudget {
  readonly #settings: BudgetSettings;
  readonly #codes: CodesRepository;

  constructor(settings: BudgetSettings, codes: CodesRepository) {
    this.#settings = settings;
    this.#codes = codes;
    // Prometheus sees no increase of a series that begins with its first refusal.
    for (const limit of limits) textCodesRefusedTotal.inc({ limit }, 0);
  }

  /** Throws `account.text-messages-used-up` where the hospital has sent its codes of the hour or of the day. */
  async assertLeft(tx: Tx, purpose: CodePurpose): Promise<void> {
    if (toOwnNumber.includes(purpose)) return;
    const before = (milliseconds: number) => new Date(tx.now.getTime() - milliseconds);
    const sent = await this.#codes.byTextMessage(tx, before(codesCountedFor), before(day));
    if (sent.hour >= this.#settings.SMS_CODES_PER_HOUR) throw refused('hospital-hour');
    if (sent.day >= this.#settings.SMS_CODES_PER_DAY) throw refused('hospital-day');
  }

  /**
   * Counts a code for the installation. Call it last: requests of all hospitals wait for the row until the transaction ends. Throws
   * `account.text-messages-used-up` where the installation has sent its codes of the day.
   */
  async spend(tx: Tx, purpose: CodePurpose): Promise<void> {
    if (toOwnNumber.includes(purpose)) return;
    if (!(await this.#codes.countText(tx, this.#settings.SMS_CODES_PER_DAY_OF_INSTALLATION)))
      throw refused('installation-day');
  }
}

function refused(limit: (typeof limits)[number]): AppError {
  textCodesRefusedTotal.inc({ limit });
  return new AppError('account.text-messages-used-up', `codes by text message are used up: ${limit}`);
}
