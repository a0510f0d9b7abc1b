namespace ClusterResearch.Tests.Rules;

/// <summary>Where the test tree may differ from the source tree: the one place to extend, with a reason for every line.</summary>
internal static class Mirror
{
    /// <summary>Folders of a test project that hold no tests of one source file.</summary>
    public static readonly string[] OwnFolders = ["Rules", "Reference", "EndToEnd", "Support"];

    /// <summary>Tests without a source file of their name, per project.</summary>
    public static readonly Dictionary<string, string[]> TestsOfData = new() { ["ClusterResearch"] = ["Data/HenanData"] };

    /// <summary>Source files without a test file, per project.</summary>
    public static readonly Dictionary<string, (string Reason, string[] Files)[]> Untested = new()
    {
        ["ClusterResearch"] =
        [
            ("data without logic",
            [
                "GlobalUsings", "Data/City", "Data/DataPackage", "Data/Units", "Data/Variable",
                "Findings/FindingCode", "Indexing/IndexDesign", "Indexing/IndexNode", "Rendering/IRichOutput",
                "Rendering/MimeType", "Rendering/TypeFormatterSourceAttribute", "Tables/Column",
            ]),
            ("through Data/BreakReaderTests", ["Data/Break"]),
            ("texts, each asserted where it is provoked (FindingTests sees to it)",
            [
                "Findings/LocationFindings", "Findings/StageFindings",
                "Findings/AggregatingFindings", "Findings/IndexFindings", "Findings/NormalisingFindings", "Findings/PackageFindings", "Findings/PreparationFindings", "Findings/RobustnessFindings",
                "Findings/TableFindings", "Findings/VariantFindings", "Findings/VerificationFindings", "Findings/WeighingFindings",
            ]),
            ("through Verification/VerifierTests and the committed reference cases",
            [
                "Verification/DynamicsCases", "Verification/LocationCases", "Verification/StageCases",
                "Verification/AggregationCases", "Verification/AgreementCases", "Verification/EfficiencyCases", "Verification/EvaluationCases", "Verification/NormalisationCases",
                "Verification/PreparationCases", "Verification/RankingCases", "Verification/ReferenceCase",
                "Verification/ReferenceFile", "Verification/ReferenceMethods", "Verification/WeightingCases",
            ]),
            ("through the tests of every aggregation and evaluation",
            [
                "Indexing/Aggregating/Aggregation", "Indexing/Aggregating/AlternativesTable", "Indexing/Evaluating/UnitScale",
            ]),
            ("through Indexing/Robustness/RankUncertaintyTests and WeightSamplingTests",
                ["Indexing/Robustness/MultiverseChoices", "Indexing/Robustness/MultiverseFigures", "Indexing/Robustness/MultiverseWorld", "Indexing/Robustness/RankCounter", "Indexing/Robustness/ScoreKernel", "Indexing/Robustness/WeightDraws"]),
            ("through Indexing/Weighing/Ahp/AhpWeightsTests", ["Indexing/Weighing/Ahp/AhpMatrices"]),
            ("through Efficiency/DeaTests", ["Efficiency/Envelopment"]),
            ("through Indexing/Auditing/IndexAuditTests", ["Indexing/Auditing/Caution", "Indexing/Auditing/IndicatorChecks", "Indexing/Auditing/MethodChecks"]),
            ("through Indexing/Variants/VariantFinderTests and EntropyVariantTests",
            [
                "Indexing/Variants/EntropyAxes", "Indexing/Variants/EntropySums", "Indexing/Variants/PrintedTable", "Indexing/Variants/ScoreCandidates", "Indexing/Variants/VariantMatch",
                "Indexing/Variants/VariantSearch", "Indexing/Variants/WeightCandidates", "Indexing/Variants/WeightTreeSums",
            ]),
            ("through Indexing/Normalising/PoolingTests", ["Indexing/Normalising/IndicatorColumn"]),
            ("through the tests of every preparation", ["Indexing/Preparing/Preparation"]),
            ("through LogTransformTests and BoxCoxTests", ["Indexing/Preparing/Transform"]),
            ("through the tests of every statistic", ["Statistics/Present"]),
            ("through GrowthCurveTests", ["Stages/GrowthShape", "Stages/GrowthStarts"]),
            ("through StageRulesTests and StageAgreementTests", ["Stages/Stage", "Stages/StageAssignment", "Stages/StageRuleReader"]),
            ("through KMeansTests, WardClusteringTests and ClusterQualityTests", ["Statistics/PointSet"]),
            ("through FormulaParserTests, FormulaNodeTests and FormulaFunctionTests", ["Indexing/Formulas/IndicatorFormula"]),
            ("through the tests of every rendering of a table", ["Tables/TableCells"]),
        ],
        ["ClusterResearch.Charts"] =
        [
            ("data without logic", ["GlobalUsings"]),
            ("through the tests of every chart",
            [
                "Drawing/AxisRange", "Drawing/Branches", "Drawing/BreakMarks", "Drawing/CityPoints", "Drawing/CityRows", "Drawing/Names",
                "Drawing/PlotlyBridge", "Drawing/StageColors", "Drawing/Theme", "Drawing/Words", "Drawing/YearLines", "FigureHtml",
            ]),
        ],
        ["ClusterResearch.Microdata"] = [("data without logic", ["GlobalUsings"]), ("through FirmRecordsTests", ["FirmColumns", "FirmTables"])],
        ["ClusterResearch.Notebooks"] =
        [
            ("data without logic", ["GlobalUsings"]),
            ("through Documents/NotebookFileTests and NotebookCleanerTests",
            [
                "Documents/KeptMetadata", "Documents/Kernelspec", "Documents/Notebook",
                "Documents/NotebookFindings", "Documents/NotebookReader", "Documents/NotebookWriter",
                "Documents/OutputJson",
            ]),
            ("through Session/CSharpSessionTests",
            [
                "Session/CellFailure", "Session/CellGlobals", "Session/CellPlan", "Session/CellScope",
                "Session/CellStop", "Session/CompilationErrors", "Session/ConventionFormatter",
                "Session/HtmlText", "Session/ICellSink", "Session/MagicHelp", "Session/RuntimeErrors",
                "Session/SourceLines", "Session/StoppableThread", "Session/SubmissionChain",
            ]),
            ("through Session/PackageRestoreTests, ItemsFormatterTests and FrameFormatterTests", ["Session/DotnetHost", "Session/PackageRequest", "Session/ShownTable"]),
            ("through Kernel/Editing/CellEditorTests",
            [
                "Kernel/Editing/Completion", "Kernel/Editing/NameFinder", "Kernel/Editing/SymbolText", "Session/AssemblyDocumentation",
            ]),
            ("through Kernel/Installing/KernelInstallerTests and Cli/KernelVerbTests",
            [
                "Kernel/Installing/JupyterFolders", "Kernel/Installing/KernelDoctor", "Kernel/Installing/KernelProgram", "Kernel/Installing/KernelspecFolder",
                "Kernel/KernelFindings", "Kernel/Wire/KernelClient",
            ]),
            ("through tests/Kernel.Tests, where Jupyter's own Python asks the kernel",
            [
                "Kernel/CellExecutor", "Kernel/CellOutputs", "Kernel/Editing/EditorAnswers", "Kernel/KernelInfo", "Kernel/NotebookKernel", "Kernel/ParentWatch",
                "Kernel/WarmUp", "Kernel/Wire/KernelSockets", "Kernel/Wire/Message", "Session/CellReader", "Session/ICellInput", "Session/ProgressDisplay",
            ]),
            ("through the tests of the runner and the cache",
            [
                "Running/CacheKey", "Running/NotebookParameters", "Running/NotebookRecorder",
                "Running/NotebookRun",
            ]),
            ("through Publishing/SitePublisherTests",
            [
                "Publishing/SiteBuilder", "Publishing/SiteInput", "Publishing/PublishingFindings",
                "Publishing/Folders/AtomicExchange", "Publishing/Outputs/FigureData",
                "Publishing/Outputs/TableMarkup", "Publishing/Pages/Footer", "Publishing/Pages/IndexPage",
                "Publishing/Pages/NotebookBody", "Publishing/Pages/NotebookPage",
                "Publishing/Pages/SearchIndex", "Publishing/Pages/Shell", "Publishing/Pages/SiteAssets",
                "Publishing/Prose/FormulaParsers", "Publishing/Prose/ProseContext",
                "Publishing/Prose/ProseLinks", "Publishing/Prose/ProseRenderers", "Publishing/Prose/SafeTags",
                "Publishing/Prose/Tex/Atom", "Publishing/Prose/Tex/MathElement",
                "Publishing/Prose/Tex/TexAlphabet", "Publishing/Prose/Tex/TexCommands",
                "Publishing/Prose/Tex/TexEnvironments", "Publishing/Prose/Tex/TexFault",
                "Publishing/Prose/Tex/TexParser", "Publishing/Prose/Tex/TexReader",
                "Publishing/Prose/Tex/TexSymbols",
            ]),
        ],
        ["ClusterResearch.Cli"] =
        [
            ("data without logic", ["GlobalUsings"]),
            ("through ShellTests and the tests of the verbs",
            [
                "Program", "Interrupt", "Terminal", "UsageException", "VersionAction", "Progress/IProgressView",
                "Progress/LineView", "Verbs/CommonOptions", "Verbs/FailureText", "Verbs/NotebookBatch",
                "Verbs/NotebookSelection", "Verbs/Pedigree", "Verbs/RunJson", "Verbs/Site", "Verbs/VerifyJson",
            ]),
        ],
    };
}
