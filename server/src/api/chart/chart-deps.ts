import type { AccountsArea } from '../accounts/index.ts';
import type { CataloguesArea } from '../catalogues/index.ts';
import type { ApiDeps } from '../core/area-deps.ts';
import type { Notify } from '../notifications/index.ts';
import type { SigningArea } from '../signing/index.ts';
import type { VisitsArea } from '../visits/index.ts';

export interface ChartDeps extends ApiDeps {
  accounts: Pick<AccountsArea, 'confirmSigner' | 'patients'>;
  catalogues: CataloguesArea;
  notifications: Pick<Notify, 'notify'>;
  signing: Pick<SigningArea, 'signatures'>;
  visits: VisitsArea;
}
