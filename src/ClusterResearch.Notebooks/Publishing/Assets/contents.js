// The table of contents: folded on small screens, showing where the reader is.
(function () {
  'use strict';
  var contents = document.querySelector('nav.contents');
  if (!contents) {
    return;
  }
  var fold = contents.querySelector('details');
  var wide = matchMedia('(min-width: 68rem)');
  function fit() { fold.open = wide.matches; }
  wide.addEventListener('change', fit);
  fit();

  var links = Array.prototype.slice.call(contents.querySelectorAll('a'));
  var headings = links.map(function (link) {
    return document.getElementById(decodeURIComponent(link.hash.slice(1)));
  });

  function mark() {
    var current = 0;
    headings.forEach(function (heading, i) {
      if (heading && heading.getBoundingClientRect().top < 120) {
        current = i;
      }
    });
    links.forEach(function (link, i) {
      if (i === current) {
        link.setAttribute('aria-current', 'location');
      } else {
        link.removeAttribute('aria-current');
      }
    });
  }

  var waiting = false;
  addEventListener('scroll', function () {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(function () { waiting = false; mark(); });
    }
  }, { passive: true });
  links.forEach(function (link) {
    link.addEventListener('click', function () { if (!wide.matches) { fold.open = false; } });
  });
  mark();
})();
