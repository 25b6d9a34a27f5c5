import { accountClosingSchemas } from './accounts/account-closing.schemas.ts';
import { accountSecuritySchemas } from './accounts/account-security.schemas.ts';
import { actingSchemas } from './accounts/acting.schemas.ts';
import { authSchemas } from './accounts/auth.schemas.ts';
import { familySchemas } from './accounts/family.schemas.ts';
import { identitySchemas } from './accounts/identity.schemas.ts';
import { oneTimeCodesSchemas } from './accounts/one-time-codes.schemas.ts';
import { secondFactorSchemas } from './accounts/second-factor.schemas.ts';
import { signInPasskeysSchemas } from './accounts/sign-in-passkeys.schemas.ts';
import { trustedDevicesSchemas } from './accounts/trusted-devices.schemas.ts';
import { agreementsSchemas } from './accounts/agreements.schemas.ts';
import { signUpSchemas } from './accounts/sign-up.schemas.ts';
import { auditSchemas } from './administration/audit.schemas.ts';
import { brandSchemas } from './administration/brand.schemas.ts';
import { consentTextsSchemas } from './administration/consent-texts.schemas.ts';
import { departmentsSchemas } from './administration/departments.schemas.ts';
import { hospitalSettingsSchemas } from './administration/hospital-settings.schemas.ts';
import { messageWordsSchemas } from './administration/message-words.schemas.ts';
import { pricesSchemas } from './administration/prices.schemas.ts';
import { recordHoldsSchemas } from './administration/record-holds.schemas.ts';
import { setUpSchemas } from './administration/set-up.schemas.ts';
import { callSchemas } from './calls/call.schemas.ts';
import { conductSchemas } from './calls/conduct.schemas.ts';
import { keysSchemas } from './calls/keys.schemas.ts';
import { hospitalListsSchemas } from './catalogues/hospital-lists.schemas.ts';
import { breakGlassSchemas } from './chart/break-glass.schemas.ts';
import { chartSchemas } from './chart/chart.schemas.ts';
import { entrySchemas } from './chart/entry.schemas.ts';
import { notesSchemas } from './chart/notes.schemas.ts';
import { observationsSchemas } from './chart/observations.schemas.ts';
import { terminologySchemas } from './chart/terminology.schemas.ts';
import { timelineSchemas } from './chart/timeline.schemas.ts';
import { uploadsSchemas } from './chart/uploads.schemas.ts';
import { visitBasisSchemas } from './chart/visit-basis.schemas.ts';
import { chatSchemas } from './chat/chat.schemas.ts';
import { directorySchemas } from './directory/directory.schemas.ts';
import { hospitalPageSchemas } from './directory/hospital-page.schemas.ts';
import { applicationsSchemas } from './directory/applications.schemas.ts';
import { portraitsSchemas } from './directory/portraits.schemas.ts';
import { staffFileSchemas } from './directory/staff-file.schemas.ts';
import { staffSchemas } from './directory/staff.schemas.ts';
import { dispensingSchemas } from './dispensing/dispensing.schemas.ts';
import { pharmaciesSchemas } from './dispensing/pharmacies.schemas.ts';
import { receiptsSchemas } from './dispensing/receipts.schemas.ts';
import { routingSchemas } from './dispensing/routing.schemas.ts';
import { billsSchemas } from './documents/bills.schemas.ts';
import { documentsSchemas } from './documents/documents.schemas.ts';
import { intakeSchemas } from './intake/intake.schemas.ts';
import { figuresSchemas } from './metrics/figures.schemas.ts';
import { metricsSchemas } from './metrics/metrics.schemas.ts';
import { notesSchemas as figureNotesSchemas } from './metrics/notes.schemas.ts';
import { reportSchemas } from './metrics/report.schemas.ts';
import { viewsSchemas } from './metrics/views.schemas.ts';
import { notificationsSchemas } from './notifications/notifications.schemas.ts';
import { pushSchemas } from './notifications/push.schemas.ts';
import { operatorSchemas } from './operator/operator.schemas.ts';
import { alertRatesSchemas } from './prescribing/alert-rates.schemas.ts';
import { prescribingSchemas } from './prescribing/prescribing.schemas.ts';
import { repeatRequestsSchemas } from './prescribing/repeat-requests.schemas.ts';
import { knowledgeSchemas } from './prescribing/knowledge.schemas.ts';
import { rulesSchemas } from './prescribing/rules.schemas.ts';
import { templatesSchemas } from './prescribing/templates.schemas.ts';
import { recordExportsSchemas } from './records/record-exports.schemas.ts';
import { reviewSchemas } from './review/review.schemas.ts';
import { appointmentsSchemas } from './scheduling/appointments.schemas.ts';
import { doctorChangesSchemas } from './scheduling/doctor-changes.schemas.ts';
import { frontDeskSchemas } from './scheduling/front-desk.schemas.ts';
import { schedulesSchemas } from './scheduling/schedules.schemas.ts';
import { certificatesSchemas } from './signing/certificates.schemas.ts';
import { prescriptionPaperSchemas } from './signing/prescription-paper.schemas.ts';
import { verificationSchemas } from './signing/verification.schemas.ts';
import { dangerPageSchemas } from './visits/danger-page.schemas.ts';
import { daySchemas } from './visits/day.schemas.ts';
import { patientSearchSchemas } from './visits/patient-search.schemas.ts';
import { pausesSchemas } from './visits/pauses.schemas.ts';
import { ratingsSchemas } from './visits/ratings.schemas.ts';
import { transfersSchemas } from './visits/transfers.schemas.ts';
import { dangerSignsSchemas } from './visits/danger-signs.schemas.ts';
import { triageSchemas } from './visits/triage.schemas.ts';
import { visitsSchemas } from './visits/visits.schemas.ts';
import { waitingRoomSchemas } from './visits/waiting-room.schemas.ts';
import { worklistSchemas } from './visits/worklist.schemas.ts';
import type { RouteSchema, RouteSchemas } from './core/route.ts';

const all: readonly RouteSchemas[] = [
  accountClosingSchemas,
  accountSecuritySchemas,
  actingSchemas,
  authSchemas,
  familySchemas,
  identitySchemas,
  oneTimeCodesSchemas,
  secondFactorSchemas,
  trustedDevicesSchemas,
  signInPasskeysSchemas,
  signUpSchemas,
  auditSchemas,
  brandSchemas,
  agreementsSchemas,
  consentTextsSchemas,
  departmentsSchemas,
  hospitalSettingsSchemas,
  messageWordsSchemas,
  pricesSchemas,
  recordHoldsSchemas,
  setUpSchemas,
  callSchemas,
  conductSchemas,
  keysSchemas,
  hospitalListsSchemas,
  breakGlassSchemas,
  chartSchemas,
  entrySchemas,
  notesSchemas,
  observationsSchemas,
  terminologySchemas,
  timelineSchemas,
  uploadsSchemas,
  visitBasisSchemas,
  chatSchemas,
  directorySchemas,
  hospitalPageSchemas,
  applicationsSchemas,
  portraitsSchemas,
  staffFileSchemas,
  staffSchemas,
  dispensingSchemas,
  pharmaciesSchemas,
  receiptsSchemas,
  routingSchemas,
  billsSchemas,
  documentsSchemas,
  intakeSchemas,
  figuresSchemas,
  metricsSchemas,
  figureNotesSchemas,
  reportSchemas,
  viewsSchemas,
  notificationsSchemas,
  pushSchemas,
  operatorSchemas,
  alertRatesSchemas,
  prescribingSchemas,
  repeatRequestsSchemas,
  knowledgeSchemas,
  rulesSchemas,
  templatesSchemas,
  recordExportsSchemas,
  reviewSchemas,
  appointmentsSchemas,
  doctorChangesSchemas,
  frontDeskSchemas,
  schedulesSchemas,
  certificatesSchemas,
  prescriptionPaperSchemas,
  verificationSchemas,
  dangerPageSchemas,
  daySchemas,
  patientSearchSchemas,
  pausesSchemas,
  ratingsSchemas,
  transfersSchemas,
  dangerSignsSchemas,
  triageSchemas,
  visitsSchemas,
  waitingRoomSchemas,
  worklistSchemas,
];

/** The schemas of every shared route by name. The server, tests, and pages in development load them; built pages never do. */
export const routeSchemas: readonly [string, RouteSchema][] = all.flatMap((schemas) => Object.entries(schemas));
