// Charts: drawn when they come near, in the colours of the page, all of them before printing.
(function () {
  'use strict';
  var report = window.clusterReport;
  var plots = Array.prototype.slice.call(document.querySelectorAll('.plot'));
  var still = matchMedia('(prefers-reduced-motion: reduce)');
  var narrow = 520;
  var printWidth = 650;
  var drawn = new Map();

  report.total = plots.length;
  report.drawn = 0;

  function palette() {
    var style = getComputedStyle(document.documentElement);
    function read(name) { return style.getPropertyValue(name).trim(); }
    return {
      dark: document.documentElement.dataset.theme === 'dark',
      ink: read('--ink'), soft: read('--soft'), grid: read('--grid'), paper: read('--paper'),
      font: getComputedStyle(document.querySelector('.top')).fontFamily
    };
  }

  // Lightness from 0 to 1 of a colour without hue; null for all others.
  function greyness(colour) {
    var named = { black: 0, white: 1 };
    if (colour in named) {
      return named[colour];
    }
    var hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour);
    var rgb = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*1(?:\.0+)?\s*)?\)$/.exec(colour);
    var parts = rgb ? rgb.slice(1, 4).map(Number)
      : hex ? hex[1].replace(/^(.)(.)(.)$/, '$1$1$2$2$3$3').match(/../g).map(function (h) { return parseInt(h, 16); })
        : null;
    if (!parts || Math.max.apply(null, parts) - Math.min.apply(null, parts) > 24) {
      return null;
    }
    return (parts[0] + parts[1] + parts[2]) / 765;
  }

  // Greys are turned for dark paper; hues stay, and so does text that stands on a hue.
  function adapt(node, colours) {
    Object.keys(node).forEach(function (key) {
      var value = node[key];
      if (value && typeof value === 'object') {
        if (!/^(inside)?textfont$|^hoverlabel$|^colorscale$/.test(key)) {
          adapt(value, colours);
        }
      } else if (/color$/.test(key) && typeof value === 'string') {
        var grey = greyness(value);
        if (grey !== null) {
          node[key] = grey > 0.93 ? colours.paper : grey > 0.75 ? colours.grid : grey > 0.5 ? value : colours.ink;
        }
      }
    });
  }

  function assign(target, source) {
    Object.keys(source).forEach(function (key) {
      if (source[key] && typeof source[key] === 'object') {
        target[key] = assign(target[key] && typeof target[key] === 'object' ? target[key] : {}, source[key]);
      } else if (target[key] === undefined) {
        target[key] = source[key];
      }
    });
    return target;
  }

  // What the figure leaves open is filled from the page; a template never makes axes where there are none.
  function themed(figure, colours, width) {
    var layout = figure.layout;
    if (colours.dark) {
      adapt(layout, colours);
      adapt(figure.data, colours);
    }
    var axis = {
      gridcolor: colours.grid, zerolinecolor: colours.grid, linecolor: colours.soft, automargin: true, title: { standoff: 12 }
    };
    var clear = 'rgba(0,0,0,0)';
    layout.template = assign(layout.template || {}, {
      layout: {
        font: { color: colours.ink, family: colours.font, size: 13 },
        xaxis: axis, yaxis: axis,
        polar: { bgcolor: clear, radialaxis: axis, angularaxis: axis },
        legend: { bgcolor: clear },
        modebar: { bgcolor: clear, color: colours.soft, activecolor: colours.ink }
      }
    });
    layout.paper_bgcolor = clear;
    layout.plot_bgcolor = clear;
    delete layout.width;
    delete layout.height;
    layout.autosize = true;
    if (still.matches) {
      delete layout.transition;
    }
    if (width < narrow) {
      slim(layout);
    }
    return layout;
  }

  // On a phone the legend stands above the chart: beside it nothing would be left for the chart.
  function slim(layout) {
    if (!layout.legend || layout.legend.orientation !== 'h') {
      layout.legend = Object.assign({}, layout.legend, {
        orientation: 'h', x: 0, xanchor: 'left', xref: 'container', y: 1, yanchor: 'top', yref: 'container'
      });
    }
    layout.margin = Object.assign({}, layout.margin);
    ['l', 'r'].forEach(function (side) {
      layout.margin[side] = Math.min(layout.margin[side] === undefined ? 80 : layout.margin[side], 40);
    });
    layout.template.layout.font.size = 11;
  }

  function draw(div, width) {
    var figure = JSON.parse(document.getElementById(div.id.replace(/-plot$/, '-data')).textContent);
    figure.layout = figure.layout || {};
    withoutOwnTitle(figure.layout, div.dataset.title);
    var layout = themed(figure, palette(), width || div.clientWidth);
    if (width) {
      layout.width = width;
      layout.autosize = false;
    }
    return Plotly.react(div, figure.data, layout, {
      responsive: true, displaylogo: false, displayModeBar: div.clientWidth < narrow ? false : 'hover'
    }).then(
      function () { done(div); },
      function (fault) { failed(div, fault); }
    );
  }

  // The caption says it already.
  function withoutOwnTitle(layout, title) {
    var own = layout.title && (layout.title.text || layout.title);
    if (typeof own === 'string' && own.replace(/<[^>]*>/g, '') === title) {
      delete layout.title;
    }
    if (!layout.title) {
      layout.margin = Object.assign({ t: 40 }, layout.margin);
    }
  }

  function done(div) {
    if (!drawn.has(div)) {
      drawn.set(div, true);
      report.drawn += 1;
    }
  }

  function failed(div, fault) {
    div.textContent = 'This chart could not be drawn: ' + fault.message;
    console.error(fault);
  }

  function drawOnce(div) {
    return drawn.has(div) ? Promise.resolve() : draw(div);
  }

  report.drawAll = function () { return Promise.all(plots.map(drawOnce)); };

  var near = new IntersectionObserver(function (entries) {
    entries.filter(function (entry) { return entry.isIntersecting; }).forEach(function (entry) {
      near.unobserve(entry.target);
      drawOnce(entry.target);
    });
  }, { rootMargin: '800px' });
  plots.forEach(function (div) { near.observe(div); });

  document.addEventListener('cluster-theme', function () {
    drawn.forEach(function (_, div) { draw(div); });
  });

  // Turning a phone changes what fits beside the chart; sizes in between are plotly's own affair.
  matchMedia('(max-width: ' + narrow + 'px)').addEventListener('change', function () {
    drawn.forEach(function (_, div) { draw(div); });
  });

  // Paper is light and narrower than most windows.
  addEventListener('beforeprint', function () {
    document.documentElement.dataset.theme = 'light';
    plots.forEach(function (div) { draw(div, printWidth); });
  });
  addEventListener('afterprint', function () {
    document.documentElement.dataset.theme = report.theme();
    plots.forEach(function (div) { draw(div); });
  });
})();
