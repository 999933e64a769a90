using System.CommandLine;
using System.Diagnostics;
using Dispatch.Roads;

namespace Dispatch.Host.Roads;

/// <summary>"dispatch table --map F --points P.csv --out O.csv|O.bin": drive times from all sources to all points.</summary>
internal static class TableCommand
{
    private const int MostPlaces = 200_000;
    private const long MostCells = 1_000_000_000;

    public static Command Make()
    {
        var map = MapOption.Make();
        var points = new Option<string>("--points") { Description = "Where drives end: lines of latitude,longitude.", Required = true };
        var sources = new Option<string?>("--sources") { Description = "Where they begin; otherwise the points." };
        var output = new Option<string>("--out") { Description = "Seconds, a row for each source: .csv, or .bin (int32, little-endian).", Required = true };
        var metres = new Option<string?>("--metres") { Description = "The same for the metres of those drives." };
        var threads = new Option<int>("--threads") { Description = "Threads that search.", DefaultValueFactory = _ => 1 };
        var check = new Option<int>("--check") { Description = "Compares so many random pairs with Dijkstra's algorithm.", DefaultValueFactory = _ => 0 };
        var command = new Command("table", "Drive times between many places.") { map, points, sources, output, metres, threads, check };
        command.SetAction((parsed, cancellation) =>
        {
            var (outFile, metresFile) = (parsed.GetValue(output)!, parsed.GetValue(metres));
            TableFile.Check(outFile, "--out");
            if (metresFile is not null)
                TableFile.Check(metresFile, "--metres");
            if (parsed.GetValue(threads) is < 1 or > 256)
                throw new RefusedException("--threads is from 1 to 256.");
            if (parsed.GetValue(check) is < 0 or > 1_000_000)
                throw new RefusedException("--check is from 0 to 1,000,000 pairs.");
            var ends = PlaceText.Read(parsed.GetValue(points)!, MostPlaces);
            var begins = parsed.GetValue(sources) is { } file ? PlaceText.Read(file, MostPlaces) : ends;
            if ((long)begins.Length * ends.Length > MostCells)
                throw new RefusedException(FormattableString.Invariant(
                    $"{begins.Length:N0} × {ends.Length:N0} drives are more than {MostCells:N0}; split the sources over several tables with --sources."));

            using var roads = MapOption.Open(parsed.GetValue(map)!, out var load, cancellation);
            var start = Stopwatch.GetTimestamp();
            var to = Snapped(roads, ends, parsed.GetValue(points)!);
            var from = ReferenceEquals(begins, ends) ? to : Snapped(roads, begins, parsed.GetValue(sources)!);
            var snap = Stopwatch.GetElapsedTime(start);
            Console.WriteLine(FormattableString.Invariant($"load {load.TotalSeconds:0.000} s"));
            Console.WriteLine(FormattableString.Invariant($"snap {snap.TotalSeconds:0.000000} s"));

            var table = new TableRun(roads, from, to, metresFile is not null, parsed.GetValue(threads), cancellation);
            var pairs = parsed.GetValue(check) > 0 ? new PairCheck(roads, from, to, parsed.GetValue(check)) : null;
            table.Write(outFile, metresFile, pairs);
            Console.WriteLine(FormattableString.Invariant($"search {table.Search.TotalSeconds:0.000000} s"));
            Console.WriteLine(FormattableString.Invariant($"write {table.Writing.TotalSeconds:0.000} s"));
            if (pairs is not null)
                Console.WriteLine(FormattableString.Invariant($"{pairs.Differ(cancellation)} of {pairs.Count} pairs differ"));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Snap[] Snapped(RoadMap map, (MapPoint Place, int Line)[] places, string file) => [.. places.Select(place => map.SnapToRoad(place.Place, MapOption.SnapMetres)
        ?? throw new RefusedException(FormattableString.Invariant(
            $"{Path.GetFileName(file)}, line {place.Line}: no road of the map is within {MapOption.SnapMetres:0} m; correct the place or leave it out.")))];
}
