import account from '../../../features/accounts/texts/account.zh-CN.ts';
import administration from '../../../features/administration/texts/administration.zh-CN.ts';
import hospitalTexts from '../../../features/administration/texts/hospital-texts.zh-CN.ts';
import alerts from '../../../features/prescribing/texts/alerts.zh-CN.ts';
import audit from '../../../features/administration/texts/audit.zh-CN.ts';
import booking from '../../../features/scheduling/texts/page/booking.zh-CN.ts';
import call from '../../../features/calls/texts/page/call.zh-CN.ts';
import care from '../../../features/visits/texts/care.zh-CN.ts';
import prescriptionStatus from '../../../features/prescribing/texts/status.zh-CN.ts';
import severity from '../../../features/chart/texts/severity.zh-CN.ts';
import certificates from '../../../features/signing/texts/certificates.zh-CN.ts';
import chart from '../../../features/chart/texts/page/chart.zh-CN.ts';
import chat from '../../../features/chat/texts/page/chat.zh-CN.ts';
import common from '../../../ui/texts/common.zh-CN.ts';
import closing from '../../../features/accounts/texts/page/closing.zh-CN.ts';
import dangerPage from '../../../features/intake/texts/page/danger-page.zh-CN.ts';
import demoTour from '../../../features/accounts/texts/page/demo-tour.zh-CN.ts';
import devices from '../../../features/notifications/texts/page/devices.zh-CN.ts';
import documents from '../../../features/documents/texts/page/documents.zh-CN.ts';
import entry from '../../../features/accounts/texts/page/entry.zh-CN.ts';
import dispensing from '../../../features/dispensing/texts/dispensing.zh-CN.ts';
import figures from '../../../features/metrics/texts.zh-CN.ts';
import guests from '../../../features/calls/texts/page/guests.zh-CN.ts';
import family from '../../../features/accounts/texts/family.zh-CN.ts';
import holds from '../../../features/administration/texts/holds.zh-CN.ts';
import identity from '../../../features/accounts/texts/page/identity.zh-CN.ts';
import ownAccount from '../../../features/accounts/texts/page/own-account.zh-CN.ts';
import passkeys from '../../../features/accounts/texts/page/passkeys.zh-CN.ts';
import security from '../../../features/accounts/texts/page/security.zh-CN.ts';
import intake from '../../../features/intake/texts/page/intake.zh-CN.ts';
import recordCopy from '../../../features/records/texts/page/record-copy.zh-CN.ts';
import notifications from '../../../features/notifications/texts/notifications.zh-CN.ts';
import media from '../../../features/calls/texts/page/media.zh-CN.ts';
import medicines from '../../../features/prescribing/texts/page/medicines.zh-CN.ts';
import networkCheck from '../../../features/calls/texts/page/network-check.zh-CN.ts';
import operator from '../../../features/operator/texts.zh-CN.ts';
import pharmacies from '../../../features/dispensing/texts/pharmacies.zh-CN.ts';
import hospitalPage from '../../../features/directory/texts/page/hospital-page.zh-CN.ts';
import setUp from '../../../features/administration/texts/set-up.zh-CN.ts';
import portraits from '../../../features/directory/texts/portraits.zh-CN.ts';
import joining from '../../../features/directory/texts/joining.zh-CN.ts';
import staffFile from '../../../features/directory/texts/staff-file.zh-CN.ts';
import prescriptionCard from '../../../features/prescribing/texts/page/prescription-card.zh-CN.ts';
import ratings from '../../../features/visits/texts/page/ratings.zh-CN.ts';
import receipts from '../../../features/dispensing/texts/page/receipts.zh-CN.ts';
import review from '../../../features/review/texts.zh-CN.ts';
import frontDesk from '../../../features/scheduling/texts/front-desk.zh-CN.ts';
import schedule from '../../../features/scheduling/texts/schedule.zh-CN.ts';
import secondFactor from '../../../features/accounts/texts/second-factor.zh-CN.ts';
import lists from '../../../features/catalogues/texts.zh-CN.ts';
import knowledge from '../../../features/prescribing/texts/knowledge.zh-CN.ts';
import rules from '../../../features/prescribing/texts/rules.zh-CN.ts';
import preview from '../../../ui/texts/preview.zh-CN.ts';
import scan from '../../../ui/texts/scan.zh-CN.ts';
import verification from '../../../features/signing/texts/verification.zh-CN.ts';
import wishes from '../../../features/accounts/texts/page/wishes.zh-CN.ts';
import workbenchNotes from '../../../features/chart/texts/workbench-notes.zh-CN.ts';
import workbenchPrescribing from '../../../features/prescribing/texts/workbench-prescribing.zh-CN.ts';
import workbench from '../../../features/visits/texts/workbench.zh-CN.ts';
import worklist from '../../../features/visits/texts/worklist.zh-CN.ts';
import accountHub from '../../../features/accounts/texts/page/account-hub.zh-CN.ts';
import appointmentRow from '../../../features/scheduling/texts/page/appointment-row.zh-CN.ts';
import patientCall from '../../../features/visits/texts/page/patient-call.zh-CN.ts';
import visitPage from '../../../features/visits/texts/page/visit-page.zh-CN.ts';

export default {
  common,
  account,
  care: { ...care, ...prescriptionStatus, ...severity },
  booking,
  schedule,
  call,
  networkCheck,
  certificates,
  chart,
  chat,
  wishes,
  workbench: { ...workbench, ...workbenchPrescribing, ...workbenchNotes },
  entry,
  media,
  medicines,
  hospitalPage,
  portraits,
  joining,
  staffFile,
  setUp,
  prescriptionCard,
  ratings,
  receipts,
  review,
  dispensing,
  pharmacies,
  figures,
  frontDesk,
  closing,
  dangerPage,
  demoTour,
  devices,
  documents,
  guests,
  holds,
  alerts,
  notifications,
  family,
  identity,
  ownAccount,
  passkeys,
  security,
  intake,
  recordCopy,
  audit,
  administration: { ...administration, consent: hospitalTexts },
  operator,
  secondFactor,
  lists,
  knowledge,
  rules,
  preview,
  scan,
  verification,
  worklist,
  accountHub,
  appointmentRow,
  patientCall,
  visitPage,
};
