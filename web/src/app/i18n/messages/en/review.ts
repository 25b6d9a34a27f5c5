export default {
  title: 'Prescription review',
};
