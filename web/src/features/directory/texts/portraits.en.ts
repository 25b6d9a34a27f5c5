export default {
  title: 'Photo for patients',
  lead: 'Patients see it when they choose a doctor. Use a well-lit photo facing the camera. It is cropped to a circle.',
  of: 'Photo of {name}',
  choose: 'Choose photo',
  change: 'Change photo',
  remove: 'Remove',
  saved: 'Photo saved.',
  removed: 'Photo removed.',
  wrongType: 'Use a JPEG, PNG or WebP file.',
  tooLarge: 'Up to 10 MB.',
};
