// What folds: all code of the page at once, and the table behind a chart.
(function () {
  'use strict';
  var report = window.clusterReport;
  var folds = Array.prototype.slice.call(document.querySelectorAll('details.code'));
  var button = document.getElementById('code-switch');

  function unfold(open) {
    folds.forEach(function (fold) { fold.open = open; });
    button.setAttribute('aria-pressed', String(open));
    button.textContent = open ? 'Hide code' : 'Show code';
  }

  if (button && folds.length > 0) {
    button.hidden = false;
    button.addEventListener('click', function () {
      var open = button.getAttribute('aria-pressed') !== 'true';
      unfold(open);
      report.remember('cluster-code', open ? 'open' : 'folded');
    });
    if (report.recall('cluster-code') === 'open') {
      unfold(true);
    }
  }

  document.querySelectorAll('button[aria-controls][aria-expanded]').forEach(function (toggle) {
    toggle.addEventListener('click', function () {
      var open = toggle.getAttribute('aria-expanded') !== 'true';
      toggle.setAttribute('aria-expanded', String(open));
      document.getElementById(toggle.getAttribute('aria-controls')).hidden = !open;
    });
  });
})();
