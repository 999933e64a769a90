using Dispatch.LoadTests;
using Dispatch.LoadTests.Planning;

return args switch
{
    ["commit", var url] => await CommitLatency.MeasureAsync(new Uri(url), 1000),
    ["commit", var url, var visits] when int.TryParse(visits, out var count) && count > 0 => await CommitLatency.MeasureAsync(new Uri(url), count),
    ["start", var program, .. var arguments] => await StartTime.MeasureAsync(program, arguments),
    ["day", var program, .. var arguments] => await WholeDay.RunAsync(program, arguments),
    ["planning", "bench", .. var arguments] => await PlanningBench.RunAsync(arguments),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "Say what to measure: commit URL [VISITS], against a running demo; or start PROGRAM [ARGUMENTS], five starts to ready; or day PROGRAM [ARGUMENTS], "
        + "a demo day at sixty times; or planning bench, the planner's table.");
    return 2;
}
