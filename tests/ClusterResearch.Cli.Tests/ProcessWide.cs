// Runs change the current folder and the console of the process, so nothing runs beside them.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
