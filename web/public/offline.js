// The address is still that of the page that was asked for. A file of its own: the content security policy allows no inline script.
addEventListener('online', function () {
  location.reload();
});
