import { AnchorCheck } from '../../../platform/audit-chain/anchor-check.ts';
import type { AnchorCopies } from '../../../platform/audit-chain/anchor-copies.ts';
import { AnchorStore } from '../../../platform/audit-chain/anchor-store.ts';
import { ChainReader } from '../../../platform/audit-chain/chain-reader.ts';
import { folderCopies } from '../../../platform/audit-chain/folder-copies.ts';
import { mailCopies } from '../../../platform/audit-chain/mail-copies.ts';
import { objectCopies, objectStoreOf } from '../../../platform/audit-chain/object-copies.ts';
import { createSmtpMail } from '../../../platform/messaging/smtp-mail.ts';
import type { ApiDeps } from '../../core/area-deps.ts';
import type { AdministrationHooks } from '../hooks.ts';
import type { HospitalsService } from '../hospital/hospitals.service.ts';
import { AnchorsService } from './anchors.service.ts';
import { AuditRepository } from './audit.repository.ts';
import { registerAuditRoutes } from './audit.routes.ts';
import { AuditService } from './audit.service.ts';
import { ChainCheckService } from './chain-check.service.ts';
import { ProofsService } from './proofs.service.ts';

/** Creates the audit trail: search, chain check, and anchors that leave the database. */
export function createAudit(deps: ApiDeps, hooks: AdministrationHooks, hospitals: HospitalsService): void {
  const { transactions, jobs, log, routes, settings, timeStamps } = deps;
  const [reader, store] = [new ChainReader(), new AnchorStore()];
  const folder = settings.AUDIT_ANCHOR_FOLDER ? folderCopies(settings.AUDIT_ANCHOR_FOLDER) : null;
  const objectStore = objectStoreOf(settings);
  const bucket = objectStore ? objectCopies(objectStore) : null;
  const copies: AnchorCopies[] = [folder, bucket].filter((place) => place !== null);
  if (settings.AUDIT_ANCHOR_MAIL && settings.SMTP_URL) {
    const mail = createSmtpMail({ url: settings.SMTP_URL, from: settings.MAIL_FROM });
    copies.push(mailCopies(mail, settings.AUDIT_ANCHOR_MAIL));
  }
  const seal = hooks.onSealAsked.ask;
  const { authority } = timeStamps;
  const anchors = new AnchorsService({
    transactions,
    jobs,
    log,
    hospitals,
    reader,
    store,
    copies,
    timeStamps: authority,
    seal,
    isolated: settings.ISOLATED,
  });
  jobs.define(anchors.anchorJob());
  jobs.define(anchors.copyJob());
  const readSeal = (...asked: Parameters<ReturnType<typeof seal>['read']>) => seal().read(...asked);
  const parts = { reader, anchors: new AnchorCheck(store, folder ?? bucket, readSeal) };
  registerAuditRoutes(
    routes,
    new AuditService({ transactions, audit: new AuditRepository() }),
    new ChainCheckService({ transactions, parts }),
    new ProofsService({ transactions, reader, store, anchors }),
  );
}
