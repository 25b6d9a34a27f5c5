export default {
  title: 'Work bench',
};
