import { Counter, Gauge, Histogram, type Metric } from 'prom-client';

/*
 * What the platform counts while it works. Labels take values of closed sets only (route patterns, codes, job names), never an id. The main program
 * adds these to its registry; in a program that serves no metrics they are counted and never read.
 */

/** A timing of every label set costs a series for each bucket, so these carry few labels. */
export const requestSeconds = new Histogram({
  name: 'yunzhen_http_request_seconds',
  help: 'Duration of requests by route pattern',
  labelNames: ['method', 'route'],
  buckets: [0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 10],
  registers: [],
});

export const requestsTotal = new Counter({
  name: 'yunzhen_http_requests_total',
  help: 'Requests by route pattern and status',
  labelNames: ['method', 'route', 'status'],
  registers: [],
});

export const requestErrorsTotal = new Counter({
  name: 'yunzhen_http_errors_total',
  help: 'Problem documents by route pattern and error code',
  labelNames: ['method', 'route', 'code'],
  registers: [],
});

export const checkoutSeconds = new Histogram({
  name: 'yunzhen_db_checkout_seconds',
  help: 'How long transactions waited for a database connection',
  buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 1, 5],
  registers: [],
});

export const jobRunsTotal = new Counter({
  name: 'yunzhen_job_runs_total',
  help: 'Runs of jobs; a failed one is retried',
  labelNames: ['job', 'outcome'],
  registers: [],
});

export const jobSeconds = new Histogram({
  name: 'yunzhen_job_seconds',
  help: 'Duration of job runs',
  labelNames: ['job'],
  buckets: [0.05, 0.25, 1, 5, 30, 120],
  registers: [],
});

export const scheduleLastSuccess = new Gauge({
  name: 'yunzhen_schedule_last_success_timestamp_seconds',
  help: 'When this process last completed a scheduled job, or started; take the maximum of all processes',
  labelNames: ['job'],
  registers: [],
});

export const schedulePeriod = new Gauge({
  name: 'yunzhen_schedule_period_seconds',
  help: 'How often a scheduled job should run',
  labelNames: ['job'],
  registers: [],
});

export const messagesTotal = new Counter({
  name: 'yunzhen_messages_total',
  help: 'Attempts to send a message by channel: delivered, retried, refused for good, or dropped unsent',
  labelNames: ['channel', 'outcome'],
  registers: [],
});

export const textCodesRefusedTotal = new Counter({
  name: 'yunzhen_text_codes_refused_total',
  help: 'Codes by text message that were not sent, by the limit that was reached: hospital-hour, hospital-day or installation-day',
  labelNames: ['limit'],
  registers: [],
});

export const textCodesNearLimitTotal = new Counter({
  name: 'yunzhen_text_codes_near_limit_total',
  help: 'Codes by text message that were accepted after four fifths of a limit, by limit',
  labelNames: ['limit'],
  registers: [],
});

export const fileStoreRequestsTotal = new Counter({
  name: 'yunzhen_file_store_requests_total',
  help: 'Requests to the object store with files by operation (put, get, exists, remove, claim, owner): done or failed',
  labelNames: ['operation', 'outcome'],
  registers: [],
});

export const platformInstruments: readonly Metric[] = [
  requestSeconds,
  requestsTotal,
  requestErrorsTotal,
  checkoutSeconds,
  jobRunsTotal,
  jobSeconds,
  scheduleLastSuccess,
  schedulePeriod,
  messagesTotal,
  textCodesRefusedTotal,
  textCodesNearLimitTotal,
  fileStoreRequestsTotal,
];
