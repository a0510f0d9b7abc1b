// What every notebook starts from: the built assemblies and the names its cells use.
// Build once with `dotnet build`; a kernel that already holds these assemblies uses its own.
#r "../artifacts/bin/ClusterResearch.Cli/debug/ClusterResearch.dll"
#r "../artifacts/bin/ClusterResearch.Cli/debug/ClusterResearch.Charts.dll"
using ClusterResearch;
using ClusterResearch.Charts;
using ClusterResearch.Data;
using ClusterResearch.Dynamics;
using ClusterResearch.Findings;
using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Auditing;
using ClusterResearch.Indexing.Evaluating;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Preparing;
using ClusterResearch.Indexing.Robustness;
using ClusterResearch.Indexing.Variants;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Indexing.Weighing.Ahp;
using ClusterResearch.Location;
using ClusterResearch.Rendering;
using ClusterResearch.Stages;
using ClusterResearch.Statistics;
using ClusterResearch.Tables;
using ClusterResearch.Verification;
