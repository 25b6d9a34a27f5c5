import type { ResponseOf } from '@yunzhen/shared/core/route';
import type { HospitalSettings, readHospitalSettings } from '@yunzhen/shared/administration/hospital-settings.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { AdministrationHooks } from '../hooks.ts';
import type { HospitalsService } from '../hospital/hospitals.service.ts';
import { changedSettings, settingsFrom, settingsInto } from './settings-values.ts';
import type { SettingsRepository } from './settings.repository.ts';

type Versioned = ResponseOf<typeof readHospitalSettings>;

interface SettingsServiceDeps {
  transactions: Transactions;
  settings: SettingsRepository;
  hospitals: HospitalsService;
  hooks: Pick<AdministrationHooks, 'onTrustShortened'>;
}

/** The hospital’s own settings. */
export class SettingsService extends Service<SettingsServiceDeps> {
  read(context: ActorContext): Promise<Versioned> {
    return this.deps.transactions.run(context, async (tx) => {
      const { version, settings } = await this.deps.settings.read(tx);
      await tx.audit('settings.read', { entity: 'hospital', entityId: tx.hospitalId });
      return { version, settings: settingsFrom(settings) };
    });
  }

  /** Takes effect in this process at the commit, in every other within a minute. */
  save(context: ActorContext, version: number, settings: HospitalSettings): Promise<Versioned> {
    return this.deps.transactions.command(context, 'saveHospitalSettings', async (tx) => {
      const before = await this.deps.settings.read(tx);
      const next = await this.deps.settings.save(tx, version, { settings: settingsInto(before.settings, settings) });
      if (next === null)
        throw new AppError('resource.stale', 'settings version is outdated', { facts: { version: before.version } });
      const details = { version: next, changed: changedSettings(settingsFrom(before.settings), settings).join(' ') };
      await tx.audit('settings.changed', { entity: 'hospital', entityId: tx.hospitalId, details });
      const days = settings.trustDeviceDays;
      if (days < settingsFrom(before.settings).trustDeviceDays) await this.deps.hooks.onTrustShortened.run(tx, days);
      tx.afterCommit(() => this.deps.hospitals.forget(tx.hospitalId));
      return { version: next, settings };
    });
  }
}
