// Which area may use which other areas, always through their index.ts. ARCHITECTURE.md says what each area holds.

/**
 * The server, bottom first. Every record hangs on a visit, so `visits` stands in the middle. `uses` are the areas whose index an area
 * imports; `reads` are further areas whose tables its SQL reads. No area writes another's tables.
 */
const serverEdges = {
  catalogues: { uses: [], reads: ['accounts'] },
  notifications: { uses: [], reads: ['accounts', 'administration'] },
  administration: { uses: ['notifications'], reads: ['accounts', 'directory', 'prescribing', 'scheduling', 'visits'] },
  accounts: { uses: ['administration', 'notifications'], reads: ['directory', 'scheduling', 'visits'] },
  signing: { uses: ['administration'], reads: ['accounts', 'directory'] },
  directory: { uses: ['accounts', 'administration', 'notifications', 'signing'], reads: ['visits'] },
  records: {
    uses: ['accounts', 'administration', 'notifications'],
    reads: [
      'chart',
      'chat',
      'directory',
      'dispensing',
      'documents',
      'intake',
      'prescribing',
      'review',
      'scheduling',
      'visits',
    ],
  },
  scheduling: { uses: ['administration', 'directory', 'notifications'], reads: ['accounts', 'visits'] },
  metrics: {
    uses: ['administration', 'notifications', 'scheduling'],
    reads: ['accounts', 'calls', 'directory', 'review', 'visits'],
  },
  visits: {
    uses: ['directory', 'notifications', 'scheduling'],
    reads: ['accounts', 'administration', 'chart', 'chat', 'documents', 'prescribing', 'review'],
  },
  calls: { uses: ['accounts', 'administration', 'visits'], reads: ['directory'] },
  chart: {
    uses: ['accounts', 'catalogues', 'notifications', 'signing', 'visits'],
    reads: ['administration', 'chat', 'directory', 'intake', 'prescribing'],
  },
  chat: { uses: ['administration', 'notifications', 'visits'], reads: ['accounts', 'directory'] },
  intake: { uses: ['chart', 'visits'], reads: ['accounts', 'administration', 'scheduling'] },
  operator: { uses: ['accounts', 'administration', 'calls', 'directory', 'signing'], reads: [] },
  prescribing: {
    uses: ['accounts', 'administration', 'catalogues', 'chart', 'notifications', 'signing', 'visits'],
    reads: ['chat', 'directory'],
  },
  dispensing: {
    uses: ['accounts', 'administration', 'catalogues', 'notifications', 'prescribing', 'signing'],
    reads: [],
  },
  documents: {
    uses: ['accounts', 'administration', 'chart', 'notifications', 'prescribing', 'signing', 'visits'],
    reads: ['directory'],
  },
  review: { uses: ['accounts', 'notifications', 'prescribing'], reads: ['administration', 'directory', 'visits'] },
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
  accounts: { uses: ['notifications'], contracts: ['scheduling'] },
  administration: { uses: ['accounts'], contracts: ['directory', 'notifications'] },
  chat: { uses: ['accounts'], contracts: [] },
  directory: { uses: ['accounts'], contracts: ['administration', 'scheduling'] },
  dispensing: { uses: ['accounts', 'directory'], contracts: ['prescribing'] },
  intake: { uses: ['accounts'], contracts: ['chart', 'visits'] },
  records: { uses: ['accounts'], contracts: [] },
  signing: { uses: ['accounts'], contracts: ['documents', 'prescribing'] },
  chart: { uses: ['accounts', 'intake', 'signing'], contracts: ['administration', 'chat', 'prescribing', 'visits'] },
  documents: { uses: ['signing'], contracts: ['administration'] },
  scheduling: { uses: ['accounts', 'directory', 'intake', 'notifications'], contracts: ['visits'] },
  prescribing: { uses: ['accounts', 'chart', 'dispensing', 'intake', 'signing'], contracts: ['visits'] },
  metrics: { uses: ['accounts', 'prescribing'], contracts: ['directory'] },
  review: { uses: ['accounts', 'chart', 'intake', 'prescribing', 'signing'], contracts: [] },
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
  prescribing: ['intake'],
  administration: ['notifications'],
  directory: ['accounts', 'administration', 'notifications'],
  dispensing: ['accounts', 'notifications', 'prescribing'],
  intake: ['chat'],
  metrics: ['prescribing', 'visits'],
  records: ['accounts'],
  scheduling: ['administration', 'intake'],
  signing: ['prescribing'],
  documents: ['administration', 'signing'],
  visits: ['administration', 'intake', 'scheduling'],
  chart: ['accounts', 'administration', 'chat', 'prescribing', 'visits'],
  review: ['chart', 'prescribing'],
};

module.exports = { serverEdges, webEdges, sharedEdges, areas: Object.keys(serverEdges).sort() };
