export default {
  title: 'Picture for patients',
  lead: 'Patients see it where they choose a doctor. A friendly face, well lit, looking at the camera. It is cut to a circle.',
  of: 'Picture of {name}',
  choose: 'Choose a picture',
  change: 'Choose another picture',
  remove: 'Remove',
  saved: 'The picture is saved.',
  removed: 'The picture is removed.',
  wrongType: 'Only JPEG, PNG and WebP pictures can be used.',
  tooLarge: 'The picture may have at most 10 MB.',
};
