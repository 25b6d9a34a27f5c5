export const orphanedAppointmentSorts = ['time', 'doctor', 'told'] as const;
