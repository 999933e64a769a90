using Dispatch.LoadTests;
using Dispatch.LoadTests.Days;
using Dispatch.LoadTests.Planning;
using Dispatch.LoadTests.Roads;
using Dispatch.LoadTests.Planning.Live;

return args switch
{
    ["commit", var url] => await CommitLatency.MeasureAsync(new Uri(url), 1000),
    ["commit", var url, var visits] when int.TryParse(visits, out var count) && count > 0 => await CommitLatency.MeasureAsync(new Uri(url), count),
    ["start", var program, .. var arguments] => await StartTime.MeasureAsync(program, arguments),
    ["day", var program, .. var arguments] => await WholeDay.RunAsync(program, arguments),
    ["days", .. var arguments] => await DemoDays.RunAsync(arguments),
    ["planning", "bench", .. var arguments] => await PlanningBench.RunAsync(arguments),
    ["roads", "import", .. { Length: > 0 } maps] => await MapImport.RunAsync(maps),
    ["roads", "tiles", .. { Length: > 0 } maps] => TileTimes.Run(maps),
    ["roads", "addresses", .. { Length: > 0 } maps] => AddressTimes.Run(maps),
    ["roads", "reach", .. { Length: > 0 } maps] => ReachTimes.Run(maps),
    ["roads", "http", var url, .. { Length: 4 } box] when Uri.TryCreate(url, UriKind.Absolute, out var server) && box.All(edge => double.TryParse(edge, System.Globalization.CultureInfo.InvariantCulture, out _)) =>
        await OsrmLatency.MeasureAsync(server, [.. box.Select(edge => double.Parse(edge, System.Globalization.CultureInfo.InvariantCulture))]),
    ["roads", .. var arguments] => RoadsBench.Run(arguments),
    ["planning", "insert", .. var arguments] => InsertBench.Run(arguments),
    ["planning", "offer", .. var arguments] => OfferBench.Run(arguments),
    ["planning", "waiting", .. var arguments] => WaitingBench.Run(arguments),
    ["planning", "events", .. var arguments] => EventsBench.Run(arguments),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Say what to measure:
          start PROGRAM [ARGUMENTS]    five starts of the published program to ready
          commit URL [VISITS]          urgent visits committed against a running demo
          day PROGRAM [ARGUMENTS]      a demo day at sixty times
          days --seeds N --learned DAYS [--out FILE]  whole demo days without screens, improved and left alone
          planning bench               the planner's table
          planning insert|offer|events|waiting
                                       the planner in live use
          roads                        the road engine's tables
          roads import|tiles|addresses|reach MAPS
                                       maps made ready, and what is asked of them beside drives
          roads http URL S W N E       routes and tables over OSRM's API, between places in a box, against 'dispatch roads serve'
        """);
    return 2;
}
