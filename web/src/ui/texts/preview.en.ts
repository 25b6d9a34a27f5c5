export default {
  page: 'Page {n} of {total}',
  first: 'Shown: the first {n} of {total} pages. Download the file to read all of it.',
  failed: 'This file cannot be shown here, or not completely. Open it in a new window, or download it.',
  blank: 'Page {n} is empty here. Check it in the file: open it in a new window.',
  open: 'Open in a new window',
  download: 'Download',
};
