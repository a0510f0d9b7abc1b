// Tables: sorting by their headers, a filter where they are long, the keyboard where they scroll.
(function () {
  'use strict';
  var longTable = 20;
  var texts = new Intl.Collator(document.documentElement.lang, { numeric: true });

  function value(row, column) {
    var cell = row.cells[column];
    return cell.dataset.value === undefined ? cell.textContent : Number(cell.dataset.value);
  }

  // Missing values stay last in either direction.
  function compare(a, b, direction) {
    var missingA = a === '–';
    var missingB = b === '–';
    if (missingA || missingB) {
      return missingA - missingB;
    }
    return direction * (typeof a === 'number' && typeof b === 'number' ? a - b : texts.compare(a, b));
  }

  function sort(table, column, button) {
    var header = button.parentNode;
    var numbers = header.classList.contains('number');
    var before = header.getAttribute('aria-sort');
    var first = numbers ? 'descending' : 'ascending';
    var next = before === first ? (numbers ? 'ascending' : 'descending') : first;
    table.querySelectorAll('th[aria-sort]').forEach(function (other) { other.removeAttribute('aria-sort'); });
    header.setAttribute('aria-sort', next);
    var direction = next === 'ascending' ? 1 : -1;
    var body = table.tBodies[0];
    Array.prototype.slice.call(body.rows)
      .map(function (row) { return { row: row, key: value(row, column) }; })
      .sort(function (a, b) { return compare(a.key, b.key, direction); })
      .forEach(function (entry) { body.appendChild(entry.row); });
  }

  function makeSortable(table) {
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (header, column) {
      var button = document.createElement('button');
      button.type = 'button';
      while (header.firstChild) {
        button.appendChild(header.firstChild);
      }
      header.appendChild(button);
      button.addEventListener('click', function () { sort(table, column, button); });
    });
  }

  function makeFilterable(table) {
    var rows = Array.prototype.slice.call(table.tBodies[0].rows);
    if (rows.length <= longTable) {
      return;
    }
    var box = document.createElement('p');
    var field = document.createElement('input');
    var count = document.createElement('span');
    box.className = 'filter';
    field.type = 'search';
    field.placeholder = 'Filter rows';
    field.setAttribute('aria-label', 'Filter the rows of this table');
    count.setAttribute('role', 'status');
    box.appendChild(field);
    box.appendChild(count);
    table.parentNode.parentNode.insertBefore(box, table.parentNode);
    function filter() {
      var wanted = field.value.trim().toLowerCase();
      var shown = rows.filter(function (row) {
        row.hidden = row.textContent.toLowerCase().indexOf(wanted) < 0;
        return !row.hidden;
      }).length;
      count.textContent = shown + ' of ' + rows.length + ' rows';
    }
    field.addEventListener('input', filter);
    filter();
  }

  document.querySelectorAll('table.data').forEach(function (table) {
    makeSortable(table);
    makeFilterable(table);
  });

  // Paper does not scroll: what is wider than it is made smaller.
  var paperWidth = 780;
  addEventListener('beforeprint', function () {
    document.querySelectorAll('.scroll > table').forEach(function (table) {
      table.style.zoom = Math.min(1, paperWidth / (table.offsetWidth || 1));
    });
  });
  addEventListener('afterprint', function () {
    document.querySelectorAll('.scroll > table').forEach(function (table) { table.style.zoom = ''; });
  });

  // Only what can scroll should stop the tab key.
  var watch = new ResizeObserver(function (entries) {
    entries.forEach(function (entry) {
      var box = entry.target;
      if (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1) {
        box.tabIndex = 0;
      } else {
        box.removeAttribute('tabindex');
      }
    });
  });
  document.querySelectorAll('.scroll, .equation, pre').forEach(function (box) { watch.observe(box); });
})();
