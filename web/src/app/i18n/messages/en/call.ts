export default {
  title: 'Call',
};
