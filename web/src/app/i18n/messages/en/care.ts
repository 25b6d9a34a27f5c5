export default {
  title: 'Your care',
  nav: { home: 'Home', visits: 'Visits', prescriptions: 'Prescriptions' },
};
