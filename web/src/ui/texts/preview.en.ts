export default {
  page: 'Page {n} of {total}',
  first: 'Shown: the first {n} of {total} pages. Download the file to read all of it.',
  failed: 'This file cannot be shown here. Download it instead.',
  download: 'Download',
};
