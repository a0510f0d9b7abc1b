global using static ClusterResearch.Rendering.Culture;
