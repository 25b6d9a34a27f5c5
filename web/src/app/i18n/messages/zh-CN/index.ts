import account from './account.ts';
import administration from './administration.ts';
import alerts from './alerts.ts';
import audit from './audit.ts';
import booking from './booking.ts';
import call from './call.ts';
import care from './care.ts';
import certificates from './certificates.ts';
import chart from './chart.ts';
import chat from './chat.ts';
import common from './common.ts';
import closing from './closing.ts';
import devices from './devices.ts';
import documents from './documents.ts';
import entry from './entry.ts';
import dispensing from './dispensing.ts';
import figures from './figures.ts';
import guests from './guests.ts';
import family from './family.ts';
import holds from './holds.ts';
import identity from './identity.ts';
import ownAccount from './own-account.ts';
import passkeys from './passkeys.ts';
import intake from './intake.ts';
import recordCopy from './record-copy.ts';
import notifications from './notifications.ts';
import media from './media.ts';
import medicines from './medicine-days.ts';
import networkCheck from './network-check.ts';
import operator from './operator.ts';
import pharmacies from './pharmacies.ts';
import portraits from './portraits.ts';
import prescriptionCard from './prescription-card.ts';
import ratings from './ratings.ts';
import receipts from './receipts.ts';
import review from './review.ts';
import schedule from './schedule.ts';
import secondFactor from './second-factor.ts';
import lists from './lists.ts';
import rules from './rules.ts';
import scan from './scan.ts';
import tables from './tables.ts';
import verification from './verification.ts';
import wishes from './wishes.ts';
import workbench from './workbench.ts';
import worklist from './worklist.ts';

export default {
  common,
  account,
  care,
  booking,
  schedule,
  call,
  networkCheck,
  certificates,
  chart,
  chat,
  wishes,
  workbench,
  entry,
  media,
  medicines,
  portraits,
  prescriptionCard,
  ratings,
  receipts,
  review,
  dispensing,
  pharmacies,
  figures,
  closing,
  devices,
  documents,
  guests,
  holds,
  alerts,
  tables,
  notifications,
  family,
  identity,
  ownAccount,
  passkeys,
  intake,
  recordCopy,
  audit,
  administration,
  operator,
  secondFactor,
  lists,
  rules,
  scan,
  verification,
  worklist,
};
