using System.Net;
using ClusterResearch.Rendering;

namespace ClusterResearch.Charts;

/// <summary>A figure as an HTML fragment: drawn where plotly is loaded, else the table behind it.</summary>
internal static class FigureHtml
{
    /// <summary>Pages of Jupyter fetch plotly from the kernel's folder, through require.js where the page has it; others keep the table.</summary>
    private const string Loading = """
        if (window.Plotly) { draw(); return; }
          var lab = document.getElementById('jupyter-config-data');
          var base = document.body.dataset.baseUrl || (lab && JSON.parse(lab.textContent).baseUrl);
          if (!base) { return; }
          window.clusterPlotly = window.clusterPlotly || new Promise(function (done) {
            var address = base + 'kernelspecs/cluster-csharp/plotly.min.js';
            if (window.require && window.require.specified) {
              window.require([address], function (plotly) { window.Plotly = plotly; done(); });
            } else {
              var s = document.createElement('script'); s.src = address; s.onload = done; document.head.appendChild(s);
            }
          });
          window.clusterPlotly.then(draw);
        """;

    public static string Write(Figure figure, string plot, string id) =>
        $$"""
        <figure id="{{id}}" style="margin:1em 0"><figcaption><strong>{{Escape(figure.Title)}}</strong></figcaption>
        <div role="img" aria-label="{{Escape(figure.AltText)}}" style="height:{{figure.Height.ToString(Invariant)}}px" hidden></div>
        <p><small>{{Escape(figure.Note)}}</small></p>
        <details open style="overflow-x:auto"><summary>Table</summary>{{figure.Table.Render(MimeType.Html)}}</details>
        <script>
        (function () {
          function draw() {
            document.querySelectorAll('#{{id}}').forEach(function (f) {
              var plot = {{InScript(plot)}}, div = f.querySelector('div');
              div.hidden = false; f.querySelector('details').open = false;
              Plotly.react(div, plot.data, plot.layout, { responsive: true, displaylogo: false });
            });
          }
          {{Loading}}
        })();
        </script></figure>
        """;

    /// <summary>JSON that no text in it can close the script of.</summary>
    private static string InScript(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal);

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
