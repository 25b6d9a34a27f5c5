export default {
  prescriptionStatus: {
    draft: 'Draft',
    signed: 'Signed, waiting for review',
    'under-review': 'Under review',
    approved: 'Approved',
    rejected: 'Returned',
    dispensing: 'At the pharmacy',
    dispensed: 'Dispensed',
    cancelled: 'Cancelled',
    expired: 'Expired',
  },
};
