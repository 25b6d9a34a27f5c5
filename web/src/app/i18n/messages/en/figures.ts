export default {
  title: 'Figures',
};
