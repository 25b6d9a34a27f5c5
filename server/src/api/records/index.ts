import type { ApiDeps } from '../core/area-deps.ts';
import type { AccountsArea } from '../accounts/index.ts';
import { logoForPaper, type AdministrationArea } from '../administration/index.ts';
import type { Notify } from '../notifications/index.ts';
import { ArchiveContent } from './export/archive-content.ts';
import { exportJob } from './export/export.job.ts';
import { exportExpiryJob } from './export/expiry.job.ts';
import { registerExportRoutes } from './export/exports.routes.ts';
import { ExportsRepository } from './export/exports.repository.ts';
import { ExportsService } from './export/exports.service.ts';
import { HandingOver } from './export/handing-over.service.ts';
import { RecordFiles } from './reading/record-files.ts';
import { RecordReader } from './reading/record-reader.ts';
import { RecordRowsRepository } from './reading/record-rows.repository.ts';

export { exportKeyContext } from './export/part-seal.ts';

export interface RecordsDeps extends ApiDeps {
  accounts: Pick<AccountsArea, 'confirmPerson'>;
  administration: Pick<AdministrationArea, 'hospitals'>;
  notifications: Notify;
}

/** Creates the records area: the record as HL7 FHIR R4, and copies for the patient. The mapping is pure. */
export function createRecordsArea(deps: RecordsDeps): void {
  const { transactions, jobs, keyEncryption, notifications: notify } = deps;
  const { confirmPerson } = deps.accounts;
  const { hospitals } = deps.administration;
  const rows = new RecordRowsRepository();
  const reader = new RecordReader({ transactions, rows });
  const exports = new ExportsRepository();
  const publicUrl = deps.settings.PUBLIC_URL.replace(/\/$/, '');
  const files = new RecordFiles({ transactions, reader, rows, store: deps.files });
  const content = new ArchiveContent({
    reader,
    files,
    publicUrl,
    logo: (context) => transactions.run(context, logoForPaper),
  });
  jobs.define(exportJob({ transactions, exports, content, keyEncryption, notify }));
  jobs.define(exportExpiryJob(transactions, exports));
  const service = new ExportsService({ transactions, exports, confirmPerson, hospitals, jobs, notify });
  registerExportRoutes(deps.routes, service, new HandingOver({ transactions, exports, keyEncryption, hospitals }));
}
