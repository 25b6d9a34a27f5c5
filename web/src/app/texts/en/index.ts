import account from '../../../features/accounts/texts/account.en.ts';
import administration from '../../../features/administration/texts/administration.en.ts';
import hospitalTexts from '../../../features/administration/texts/hospital-texts.en.ts';
import alerts from '../../../features/prescribing/texts/alerts.en.ts';
import audit from '../../../features/administration/texts/audit.en.ts';
import booking from '../../../features/scheduling/texts/page/booking.en.ts';
import call from '../../../features/calls/texts/page/call.en.ts';
import care from '../../../features/visits/texts/care.en.ts';
import prescriptionStatus from '../../../features/prescribing/texts/status.en.ts';
import severity from '../../../features/chart/texts/severity.en.ts';
import certificates from '../../../features/signing/texts/certificates.en.ts';
import chart from '../../../features/chart/texts/page/chart.en.ts';
import chat from '../../../features/chat/texts/page/chat.en.ts';
import common from '../../../ui/texts/common.en.ts';
import closing from '../../../features/accounts/texts/page/closing.en.ts';
import dangerPage from '../../../features/intake/texts/page/danger-page.en.ts';
import demoTour from '../../../features/accounts/texts/page/demo-tour.en.ts';
import devices from '../../../features/notifications/texts/page/devices.en.ts';
import documents from '../../../features/documents/texts/page/documents.en.ts';
import entry from '../../../features/accounts/texts/page/entry.en.ts';
import dispensing from '../../../features/dispensing/texts/dispensing.en.ts';
import figures from '../../../features/metrics/texts.en.ts';
import guests from '../../../features/calls/texts/page/guests.en.ts';
import family from '../../../features/accounts/texts/family.en.ts';
import holds from '../../../features/administration/texts/holds.en.ts';
import identity from '../../../features/accounts/texts/page/identity.en.ts';
import ownAccount from '../../../features/accounts/texts/page/own-account.en.ts';
import passkeys from '../../../features/accounts/texts/page/passkeys.en.ts';
import security from '../../../features/accounts/texts/page/security.en.ts';
import intake from '../../../features/intake/texts/page/intake.en.ts';
import recordCopy from '../../../features/records/texts/page/record-copy.en.ts';
import notifications from '../../../features/notifications/texts/notifications.en.ts';
import media from '../../../features/calls/texts/page/media.en.ts';
import medicines from '../../../features/prescribing/texts/page/medicines.en.ts';
import networkCheck from '../../../features/calls/texts/page/network-check.en.ts';
import operator from '../../../features/operator/texts.en.ts';
import pharmacies from '../../../features/dispensing/texts/pharmacies.en.ts';
import hospitalPage from '../../../features/directory/texts/page/hospital-page.en.ts';
import setUp from '../../../features/administration/texts/set-up.en.ts';
import portraits from '../../../features/directory/texts/portraits.en.ts';
import joining from '../../../features/directory/texts/joining.en.ts';
import staffFile from '../../../features/directory/texts/staff-file.en.ts';
import prescriptionCard from '../../../features/prescribing/texts/page/prescription-card.en.ts';
import ratings from '../../../features/visits/texts/page/ratings.en.ts';
import receipts from '../../../features/dispensing/texts/page/receipts.en.ts';
import review from '../../../features/review/texts.en.ts';
import frontDesk from '../../../features/scheduling/texts/front-desk.en.ts';
import schedule from '../../../features/scheduling/texts/schedule.en.ts';
import secondFactor from '../../../features/accounts/texts/second-factor.en.ts';
import lists from '../../../features/catalogues/texts.en.ts';
import knowledge from '../../../features/prescribing/texts/knowledge.en.ts';
import rules from '../../../features/prescribing/texts/rules.en.ts';
import preview from '../../../ui/texts/preview.en.ts';
import scan from '../../../ui/texts/scan.en.ts';
import verification from '../../../features/signing/texts/verification.en.ts';
import wishes from '../../../features/accounts/texts/page/wishes.en.ts';
import workbenchNotes from '../../../features/chart/texts/workbench-notes.en.ts';
import workbenchPrescribing from '../../../features/prescribing/texts/workbench-prescribing.en.ts';
import workbench from '../../../features/visits/texts/workbench.en.ts';
import worklist from '../../../features/visits/texts/worklist.en.ts';
import accountHub from '../../../features/accounts/texts/page/account-hub.en.ts';
import appointmentRow from '../../../features/scheduling/texts/page/appointment-row.en.ts';
import patientCall from '../../../features/visits/texts/page/patient-call.en.ts';
import visitPage from '../../../features/visits/texts/page/visit-page.en.ts';

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
