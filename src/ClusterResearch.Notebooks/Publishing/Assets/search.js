// Search over the whole site: the index is a script, because pages opened from disk may not fetch files.
(function () {
  'use strict';
  var index = window.clusterSearch || [];
  var form = document.getElementById('search');
  var field = document.getElementById('search-field');
  var box = document.getElementById('search-results');
  var status = document.getElementById('search-status');
  var most = 12;
  var around = 60;
  var chinese = /[\u3400-\u9fff\uf900-\ufaff]/;

  var places = index.map(function (entry) {
    return { address: entry[0], page: entry[1], heading: entry[2], words: entry[3],
      low: [entry[1], entry[2], entry[3]].map(function (text) { return text.toLowerCase(); }) };
  });

  function pairs(term) {
    var found = [];
    for (var i = 0; i + 2 <= term.length; i += 1) {
      found.push(term.slice(i, i + 2));
    }
    return found;
  }

  // Chinese has no spaces between words: where the whole is not found, all its pairs of characters count.
  function weigh(text, term) {
    if (text.indexOf(term) >= 0) {
      return 2;
    }
    return chinese.test(term) && term.length > 2 && pairs(term).every(function (pair) { return text.indexOf(pair) >= 0; }) ? 1 : 0;
  }

  function score(place, terms) {
    var total = 0;
    for (var i = 0; i < terms.length; i += 1) {
      var best = 4 * weigh(place.low[1], terms[i]) + 2 * weigh(place.low[0], terms[i]) + weigh(place.low[2], terms[i]);
      if (best === 0) {
        return 0;
      }
      total += best;
    }
    return total;
  }

  // Built from text nodes: nothing of the index is ever read as markup.
  function excerpt(place, term) {
    var line = document.createElement('span');
    line.className = 'excerpt';
    var at = place.low[2].indexOf(term);
    var start = Math.max(0, at - around);
    var hit = at < 0 ? 0 : term.length;
    line.appendChild(document.createTextNode((start > 0 ? '… ' : '') + place.words.slice(start, Math.max(at, 0))));
    if (hit > 0) {
      var mark = document.createElement('mark');
      mark.textContent = place.words.slice(at, at + hit);
      line.appendChild(mark);
    }
    var rest = Math.max(at, 0) + hit;
    line.appendChild(document.createTextNode(place.words.slice(rest, rest + 2 * around)));
    return line;
  }

  function row(place, terms) {
    var link = document.createElement('a');
    var heading = document.createElement('b');
    var page = document.createElement('span');
    link.href = place.address;
    heading.textContent = place.heading || place.page;
    page.className = 'of';
    page.textContent = place.page;
    [heading, page, excerpt(place, terms[0])].forEach(function (part) { link.appendChild(part); });
    link.addEventListener('click', close);
    return link;
  }

  function close() {
    box.hidden = true;
    status.textContent = '';
  }

  function find() {
    var terms = field.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    box.textContent = '';
    if (terms.length === 0) {
      close();
      return;
    }
    var hits = places
      .map(function (place) { return { place: place, score: score(place, terms) }; })
      .filter(function (hit) { return hit.score > 0; })
      .sort(function (a, b) { return b.score - a.score; });
    hits.slice(0, most).forEach(function (hit) { box.appendChild(row(hit.place, terms)); });
    if (hits.length === 0) {
      box.textContent = 'Nothing found';
    }
    status.textContent = hits.length + (hits.length === 1 ? ' place found' : ' places found');
    box.hidden = false;
  }

  function step(from, by) {
    var links = Array.prototype.slice.call(box.querySelectorAll('a'));
    var next = links.indexOf(from) + by;
    (links[next] || field).focus();
  }

  form.hidden = false;
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    var first = box.querySelector('a');
    if (first) {
      first.click();
    }
  });
  field.addEventListener('input', find);
  form.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') {
      field.value = '';
      close();
      field.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(document.activeElement, event.key === 'ArrowDown' ? 1 : -1);
    }
  });
  document.addEventListener('click', function (event) {
    if (!form.contains(event.target)) {
      close();
    }
  });
})();
