export default {
  page: 'Page {n} of {total}',
  first: 'Shown: the first {n} of {total} pages. Download the file to read all of it.',
  failed: 'This file cannot be shown here, or not completely. Open it in a new window, or download it.',
  blank: 'Page {n} is empty here. Check it in the file: open it in a new window.',
  cut: 'This file is damaged: parts of it may be missing here. Open it in a new window to check, or ask for a new copy.',
  open: 'Open in a new window',
  download: 'Download',
};
