import type { HospitalPage, ListedDoctor } from '@yunzhen/shared/directory/hospital-page.contract';
import type { Doctor } from '@yunzhen/shared/directory/directory.contract';
import { emergencyNumberOf } from '@yunzhen/shared/intake/emergency-contacts';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Locale } from '@yunzhen/shared/core/locale';
import { timeouts } from '../../../platform/config/timeouts.ts';
import type { Clock } from '../../../platform/clock.ts';
import { systemContext, type RequestContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { publicFactsOf, shownBrand, type Hospital, type HospitalsService } from '../../administration/index.ts';
import type { DirectoryService } from '../doctors/directory.service.ts';

interface HospitalPageServiceDeps {
  transactions: Transactions;
  hospitals: Pick<HospitalsService, 'bySlug'>;
  directory: Pick<DirectoryService, 'departments' | 'doctors'>;
  clock: Clock;
}

/** A hospital’s public page, and the hospital’s own language. */
interface Shown {
  page: HospitalPage;
  locale: Locale;
}

/** A hospital’s public page, the same for every reader. */
export class HospitalPageService extends Service<HospitalPageServiceDeps> {
  readonly #kept = new Map<string, { shown: Promise<Shown>; until: number }>();

  /** Throws `resource.not-found` for a hospital that does not exist or is closed. */
  async read(context: RequestContext, slug: string): Promise<HospitalPage> {
    return (await this.shown(slug, context.requestId)).page;
  }

  /** Does the same; `cause` is the request id. */
  async shown(slug: string, cause: string): Promise<Shown> {
    const now = this.deps.clock.now().getTime();
    const kept = this.#kept.get(slug);
    if (kept && kept.until > now) return kept.shown;
    const hospital = await this.deps.hospitals.bySlug(slug, cause);
    if (!hospital || hospital.suspendedAt) throw new AppError('resource.not-found', 'hospital not found');
    const shown = this.deps.transactions.run(systemContext(hospital.id, cause), async (tx) => ({
      page: await this.#page(tx, hospital),
      locale: hospital.locale,
    }));
    this.#kept.set(slug, { shown, until: now + timeouts['page.cached'] });
    shown.catch(() => this.#kept.delete(slug));
    return shown;
  }

  async #page(tx: Tx, hospital: Hospital): Promise<HospitalPage> {
    const departments = await this.deps.directory.departments(tx);
    const doctors = (await this.deps.directory.doctors(tx, { sort: 'usual' })).map(withoutQueue);
    return {
      id: hospital.id,
      slug: hospital.slug,
      name: hospital.name,
      brand: shownBrand(hospital),
      timeZone: hospital.timeZone,
      emergencyNumber: emergencyNumberOf(hospital.jurisdiction),
      ...publicFactsOf(hospital.settings),
      departments: departments.map(({ waiting: _waiting, ...department }) => department),
      doctors: doctors.toSorted(byNextFree),
    };
  }
}

/** To the public, a doctor without a connected page or on a break is not on duty: the page offers a visit now. */
function withoutQueue(listed: Doctor): ListedDoctor {
  const { waiting: _waiting, pausedUntil, connected, waitMinutes: _minutes, ...doctor } = listed;
  return { ...doctor, onDuty: doctor.onDuty && connected && pausedUntil === null };
}

function byNextFree(one: ListedDoctor, other: ListedDoctor): number {
  const onDutyFirst = Number(other.onDuty) - Number(one.onDuty);
  return onDutyFirst || (one.nextFreeAt ?? '9').localeCompare(other.nextFreeAt ?? '9');
}
