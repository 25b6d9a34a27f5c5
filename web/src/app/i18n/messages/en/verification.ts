export default {
  title: 'Check a prescription',
};
