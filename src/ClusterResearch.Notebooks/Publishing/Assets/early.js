(function () {
  var wish = 'auto';
  try { wish = localStorage.getItem('cluster-theme') || 'auto'; } catch (refused) { /* opened from disk */ }
  var dark = wish === 'dark' || (wish !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
