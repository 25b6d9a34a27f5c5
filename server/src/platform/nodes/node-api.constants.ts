export const roomOrdersPath = '/internal/room-orders';

export const callEventTypes = [
  'room-opened',
  'room-closed',
  'participant-joined',
  'participant-left',
  'first-media',
  'worker-died',
  'ticket-refused',
  'quality',
  'recovered',
  'first-picture',
  'participant-resumed',
] as const;
