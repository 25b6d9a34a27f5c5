export const doctorSorts = ['usual', 'soonest', 'rating', 'price'] as const;
export type DoctorSort = (typeof doctorSorts)[number];
