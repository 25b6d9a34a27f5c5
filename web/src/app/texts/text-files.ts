/** Files of the texts that a page fetches separately, below `web/src`; `*` is the language. */
const textFiles: Record<string, string> = {
  booking: 'features/scheduling/texts/booking.*.ts',
  call: 'features/calls/texts/call.*.ts',
  chart: 'features/chart/texts/chart.*.ts',
  chat: 'features/chat/texts.*.ts',
  closing: 'features/accounts/texts/closing.*.ts',
  dangerPage: 'features/intake/danger-page/texts.*.ts',
  demoTour: 'features/accounts/texts/demo-tour.*.ts',
  devices: 'features/notifications/texts/devices.*.ts',
  documents: 'features/documents/texts.*.ts',
  entry: 'features/accounts/texts/entry.*.ts',
  guests: 'features/calls/texts/guests.*.ts',
  hospitalPage: 'features/directory/texts/hospital-page.*.ts',
  identity: 'features/accounts/texts/identity.*.ts',
  intake: 'features/intake/texts.*.ts',
  media: 'features/calls/texts/media.*.ts',
  medicines: 'features/prescribing/texts/medicine-days.*.ts',
  networkCheck: 'features/calls/texts/network-check.*.ts',
  ownAccount: 'features/accounts/texts/own-account.*.ts',
  passkeys: 'features/accounts/texts/passkeys.*.ts',
  prescriptionCard: 'features/prescribing/texts/prescription-card.*.ts',
  ratings: 'features/visits/texts/ratings.*.ts',
  security: 'features/accounts/texts/security.*.ts',
  receipts: 'features/dispensing/texts/receipts.*.ts',
  recordCopy: 'features/records/texts.*.ts',
  wishes: 'features/accounts/texts/wishes.*.ts',
};

/** Returns the file of an area’s texts in a language; undefined where they load with all others. */
export const fileOfArea = (area: string, locale: string): string | undefined => textFiles[area]?.replace('*', locale);
