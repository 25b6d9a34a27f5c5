import type { AccountsModule } from '../accounts/index.ts';
import type { CataloguesModule } from '../catalogues/index.ts';
import type { ApiDeps } from '../core/area-deps.ts';
import type { Notify } from '../notifications/index.ts';
import type { SigningModule } from '../signing/index.ts';
import type { VisitsModule } from '../visits/index.ts';

export interface ChartDeps extends ApiDeps {
  accounts: Pick<AccountsModule, 'confirmSigner' | 'patients'>;
  catalogues: CataloguesModule;
  notifications: Pick<Notify, 'notify'>;
  signing: Pick<SigningModule, 'signatures'>;
  visits: VisitsModule;
}
