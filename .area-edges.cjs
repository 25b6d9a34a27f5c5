// Which area may use which other areas, always through their index.ts. ARCHITECTURE.md says what each area holds.

/** The server, bottom first. Every record hangs on a visit, so `visits` stands in the middle. */
const serverEdges = {
  signing: [],
  catalogues: [],
  notifications: [],
  administration: ['notifications'],
  accounts: ['administration', 'notifications'],
  prescribing: ['administration', 'catalogues', 'signing'],
  directory: ['accounts', 'administration', 'notifications'],
  dispensing: ['accounts', 'administration', 'catalogues', 'notifications', 'prescribing', 'signing'],
  metrics: ['administration', 'notifications'],
  operator: ['accounts'],
  records: ['accounts', 'administration', 'notifications'],
  review: ['notifications', 'prescribing'],
  scheduling: ['administration', 'directory', 'notifications'],
  visits: ['accounts', 'administration', 'directory', 'notifications', 'scheduling'],
  calls: ['accounts', 'administration', 'visits'],
  chart: ['catalogues', 'signing', 'visits'],
  chat: ['administration', 'notifications', 'visits'],
  documents: ['administration', 'chart', 'signing', 'visits'],
  intake: ['chart', 'visits'],
};

/**
 * The web, bottom first. A page is put together from its parts, so `visits` stands at the top. `contracts` are the areas of `shared` that
 * an area reads besides its own and those that it uses.
 */
const webEdges = {
  calls: { uses: [], contracts: [] },
  catalogues: { uses: [], contracts: [] },
  notifications: { uses: [], contracts: [] },
  operator: { uses: [], contracts: ['accounts'] },
  accounts: { uses: ['notifications'], contracts: [] },
  administration: { uses: ['accounts'], contracts: ['directory', 'notifications'] },
  chat: { uses: ['accounts'], contracts: [] },
  directory: { uses: ['accounts'], contracts: [] },
  dispensing: { uses: ['accounts'], contracts: ['prescribing'] },
  intake: { uses: ['accounts'], contracts: ['chart', 'visits'] },
  records: { uses: ['accounts'], contracts: [] },
  signing: { uses: ['accounts'], contracts: ['documents', 'prescribing'] },
  chart: { uses: ['accounts', 'intake', 'signing'], contracts: ['chat', 'visits'] },
  documents: { uses: ['signing'], contracts: ['administration'] },
  scheduling: { uses: ['accounts', 'directory', 'intake', 'notifications'], contracts: ['visits'] },
  prescribing: { uses: ['accounts', 'chart', 'dispensing'], contracts: ['signing', 'visits'] },
  metrics: { uses: ['accounts', 'prescribing'], contracts: ['directory'] },
  review: { uses: ['accounts', 'intake', 'prescribing'], contracts: [] },
  visits: {
    uses: [
      'accounts',
      'calls',
      'chart',
      'chat',
      'directory',
      'documents',
      'intake',
      'notifications',
      'prescribing',
      'review',
      'scheduling',
    ],
    contracts: [],
  },
};

/** The contracts and rules that both sides share. */
const sharedEdges = {
  accounts: [],
  calls: [],
  catalogues: [],
  chat: [],
  notifications: [],
  operator: [],
  prescribing: [],
  administration: ['notifications'],
  directory: ['accounts', 'administration', 'notifications'],
  dispensing: ['accounts', 'notifications', 'prescribing'],
  intake: ['chat'],
  metrics: ['prescribing'],
  records: ['accounts'],
  scheduling: ['intake'],
  signing: ['prescribing'],
  documents: ['administration', 'signing'],
  visits: ['administration', 'intake', 'scheduling'],
  chart: ['accounts', 'chat', 'visits'],
  review: ['chart', 'prescribing'],
};

module.exports = { serverEdges, webEdges, sharedEdges, areas: Object.keys(serverEdges).sort() };
