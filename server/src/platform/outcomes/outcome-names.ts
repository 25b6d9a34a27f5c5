/** The name of a job’s last outcome. */
export const jobOutcome = (job: string) => `job/${job}`;

/** The name of the object store’s last outcome. */
export const filesOutcome = 'files';

/** The name of a channel’s last outcome: mail, text messages, push. */
export const channelOutcome = (channel: string) => `channel/${channel}`;
