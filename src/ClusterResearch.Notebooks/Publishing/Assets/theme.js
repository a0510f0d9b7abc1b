// Light, dark, or as the system says. Others listen to the event 'cluster-theme' on the document.
(function () {
  'use strict';
  var root = document.documentElement;
  var system = matchMedia('(prefers-color-scheme: dark)');
  var button = document.getElementById('theme-switch');
  var wishes = ['auto', 'light', 'dark'];
  var labels = { auto: 'Auto', light: 'Light', dark: 'Dark' };
  var wish = 'auto';

  window.clusterReport = {
    // Browsers may refuse storage for pages opened from disk; the page then forgets, no more.
    remember: function (key, value) {
      try { localStorage.setItem(key, value); } catch (refused) { /* forgotten */ }
    },
    recall: function (key) {
      try { return localStorage.getItem(key); } catch (refused) { return null; }
    },
    setTheme: function (theme) {
      if (root.dataset.theme !== theme) {
        root.dataset.theme = theme;
        document.dispatchEvent(new CustomEvent('cluster-theme'));
      }
    },
    theme: function () {
      return wish === 'auto' ? (system.matches ? 'dark' : 'light') : wish;
    }
  };

  function show() {
    button.textContent = labels[wish];
    button.setAttribute('aria-label', 'Colours: ' + labels[wish] + '. Change');
    window.clusterReport.setTheme(window.clusterReport.theme());
  }

  var stored = window.clusterReport.recall('cluster-theme');
  wish = wishes.indexOf(stored) < 0 ? 'auto' : stored;
  button.hidden = false;
  button.addEventListener('click', function () {
    wish = wishes[(wishes.indexOf(wish) + 1) % wishes.length];
    window.clusterReport.remember('cluster-theme', wish);
    show();
  });
  system.addEventListener('change', show);
  show();
})();
