import type { ResponseOf } from '@yunzhen/shared/core/route';
import type { listHospitals } from '@yunzhen/shared/accounts/auth.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Clock } from '../../../platform/clock.ts';
import { installationContext, type HospitalContext, type RequestContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import type { Channel } from '../../../platform/messaging/message.ts';
import { Service } from '../../../platform/service.ts';
import { shownBrand } from '../brand/hospital-brand.ts';
import { publicFactsOf } from '../settings/settings-values.ts';
import type { HospitalRow, HospitalsRepository, NewHospital } from './hospitals.repository.ts';

/** Changes of a hospital’s name or time zone reach every process within this time. */
const keptMilliseconds = 60_000;

export type Hospital = Readonly<HospitalRow>;

interface HospitalsServiceDeps {
  transactions: Transactions;
  hospitals: HospitalsRepository;
  clock: Clock;
  demo: boolean;
}

/** Finds the tenant: by the slug in an address, or as the hospital of a transaction. */
export class HospitalsService extends Service<HospitalsServiceDeps> {
  readonly #kept = new Map<string, { hospital: Hospital; until: number }>();

  /** Returns the hospital with that slug, or null. `cause` is the request id. */
  bySlug(slug: string, cause: string): Promise<Hospital | null> {
    return this.deps.transactions.run(installationContext(cause), (tx) => this.deps.hospitals.bySlug(tx, slug));
  }

  /** Returns a context in that hospital without an actor. Throws `resource.not-found`. */
  async asStranger(context: RequestContext, slug: string): Promise<HospitalContext> {
    const hospital = await this.bySlug(slug, context.requestId);
    if (!hospital) throw new AppError('resource.not-found', 'hospital not found');
    return { ...context, hospitalId: hospital.id, actor: null };
  }

  /** Returns the transaction’s own hospital, cached for a minute. */
  async current(tx: Tx): Promise<Hospital> {
    const kept = this.#kept.get(tx.hospitalId);
    const now = this.deps.clock.now().getTime();
    if (kept && kept.until > now) return kept.hospital;
    const hospital = await this.deps.hospitals.byId(tx, tx.hospitalId);
    if (!hospital) throw new AppError('resource.not-found', 'hospital not found');
    this.#kept.set(tx.hospitalId, { hospital, until: now + keptMilliseconds });
    return hospital;
  }

  /** Throws `auth.hospital-suspended` while the operator has closed the transaction’s hospital. */
  async requireOpen(tx: Tx): Promise<void> {
    if ((await this.deps.hospitals.byId(tx, tx.hospitalId))?.suspendedAt)
      throw new AppError('auth.hospital-suspended', 'hospital is suspended');
  }

  /** Adds a hospital under the operator’s role. Returns `known` when it exists with this id and slug, `taken` when another has the slug. */
  add(tx: Tx, hospital: NewHospital): Promise<'added' | 'known' | 'taken'> {
    return this.deps.hospitals.insert(tx, hospital);
  }

  /**
   * Closes or opens a hospital under the operator’s role. Returns true when this changed it. Throws `resource.conflict` for a demo hospital that would
   * open outside demo mode, because its passwords are known.
   */
  async setSuspended(tx: Tx, hospitalId: string, suspended: boolean): Promise<boolean> {
    if (!suspended && !this.deps.demo) {
      const hospital = await this.deps.hospitals.byId(tx, hospitalId);
      if (hospital && hospital.demoAccounts.length > 0)
        throw new AppError('resource.conflict', 'demo hospital is resumed in demo mode only');
    }
    return this.deps.hospitals.setSuspended(tx, hospitalId, suspended);
  }

  /** Sets the places of media nodes that calls prefer, under the operator’s role. Returns true when this changed them. */
  setCallPlaces(tx: Tx, hospitalId: string, places: readonly string[]): Promise<boolean> {
    return this.deps.hospitals.setCallPlaces(tx, hospitalId, places);
  }

  /** Drops the hospital from the cache after a change. */
  forget(hospitalId: string): void {
    this.#kept.delete(hospitalId);
  }

  /** Returns the hospitals of the sign-in page: all, or the one of the address. Includes demo accounts and their passwords in demo mode only. */
  async list(
    cause: string,
    { channels, passkeys }: { channels: readonly Channel[]; passkeys: boolean },
    bound: string | null,
  ): Promise<ResponseOf<typeof listHospitals>> {
    const hospitals = await this.deps.transactions.run(installationContext(cause), (tx) => this.deps.hospitals.all(tx));
    return {
      demo: this.deps.demo,
      channels: [...channels],
      passkeys,
      bound: bound !== null,
      hospitals: hospitals
        .filter(
          ({ suspendedAt, moveState, slug }) =>
            !suspendedAt && moveState !== 'moved' && (bound === null || slug === bound),
        )
        .map(({ id, slug, name, brand, settings, demoAccounts }) => ({
          id,
          slug,
          name,
          brand: shownBrand({ slug, brand }),
          phone: publicFactsOf(settings).phone,
          demoAccounts: this.deps.demo ? demoAccounts : [],
        })),
    };
  }
}
