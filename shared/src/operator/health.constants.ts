export const healthChannels = ['mail', 'sms', 'push'] as const;
export type HealthChannel = (typeof healthChannels)[number];

/** Parts of the health page, in the order of the page. */
export const healthParts = [
  'programs',
  'database',
  'files',
  'jobs',
  'messages',
  'backups',
  'certificates',
  'nodes',
] as const;
export type HealthPart = (typeof healthParts)[number];

/** Whether the object store with files answers, and is this database’s. */
export const bucketStates = ['available', 'unavailable', 'read-only'] as const;

/** What certificates are for. */
export const certificateKinds = ['tls', 'hospital-ca', 'practitioner'] as const;
export type CertificateKind = (typeof certificateKinds)[number];

/** Parts of backups that can be late. */
export const latePartsOfBackups = ['backup', 'log', 'drill'] as const;

/** Certificates that end within this many days are listed. */
export const certificateNoticeDays = 60;
