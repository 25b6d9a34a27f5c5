// Which area may use which other areas, always through their index.ts. ARCHITECTURE.md says what each area holds.

/**
 * The server, bottom first. Every record hangs on a visit, so `visits` stands in the middle. `uses` are the areas whose index an area
 * imports; `reads` are further areas whose tables its SQL reads. No area writes another's tables.
 */
const serverEdges = {
  catalogues: { uses: [], reads: [] },
  notifications: { uses: [], reads: [] },
  administration: { uses: ['notifications'], reads: [] },
  accounts: { uses: ['administration', 'notifications'], reads: [] },
  signing: { uses: ['accounts', 'administration'], reads: [] },
  directory: { uses: ['accounts', 'administration', 'notifications', 'signing'], reads: [] },
  metrics: { uses: ['administration', 'notifications'], reads: [] },
  records: { uses: ['accounts', 'administration', 'notifications'], reads: [] },
  scheduling: { uses: ['administration', 'directory', 'notifications'], reads: [] },
  visits: { uses: ['accounts', 'administration', 'directory', 'notifications', 'scheduling'], reads: [] },
  calls: { uses: ['accounts', 'administration', 'visits'], reads: [] },
  chart: { uses: ['accounts', 'catalogues', 'notifications', 'signing', 'visits'], reads: [] },
  chat: { uses: ['administration', 'notifications', 'visits'], reads: [] },
  intake: { uses: ['chart', 'visits'], reads: [] },
  operator: { uses: ['accounts', 'administration', 'calls', 'directory', 'signing'], reads: [] },
  prescribing: {
    uses: ['accounts', 'administration', 'catalogues', 'chart', 'notifications', 'signing', 'visits'],
    reads: [],
  },
  dispensing: {
    uses: ['accounts', 'administration', 'catalogues', 'notifications', 'prescribing', 'signing'],
    reads: [],
  },
  documents: {
    uses: ['accounts', 'administration', 'chart', 'notifications', 'prescribing', 'signing', 'visits'],
    reads: [],
  },
  review: { uses: ['accounts', 'notifications', 'prescribing'], reads: [] },
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
