using System.CommandLine;
using System.Globalization;
using Dispatch.Roads;
using Dispatch.Roads.Learning;
using Dispatch.Roads.Matching;

namespace Dispatch.Host.Roads;

/// <summary>"dispatch roads learn --map F --traces T.csv --speeds S": learns how long streets take by hour from drives.</summary>
internal static class LearnCommand
{
    private const double SigmaMetres = 8;
    private const int MostFixes = 5_000_000;

    public static Command Make()
    {
        var map = MapOption.Make();
        var traces = new Option<string>("--traces") { Description = "Fixes: lines of local time,latitude,longitude; an empty line between two drives.", Required = true };
        var speeds = new Option<string>("--speeds") { Description = "The file of learned speeds; what it holds is kept.", Required = true };
        var command = new Command("learn", "Learns how long streets take by hour from drives.") { map, traces, speeds };
        command.SetAction((parsed, cancellation) =>
        {
            var drives = Read(parsed.GetValue(traces)!);
            using var roads = MapOption.Open(parsed.GetValue(map)!, out _, cancellation);
            var file = parsed.GetValue(speeds)!;
            var learned = LearnedSpeedsFile.Load(roads, file, out var told);
            if (told.Length > 0)
                Console.Error.WriteLine($"speeds: {told}");
            var (matcher, matched, samples) = (new TraceMatcher(roads), 0, 0);
            foreach (var (begin, trace) in drives)
            {
                var matches = matcher.Match(trace, cancellation);
                matched += matches.Count > 0 ? 1 : 0;
                samples += learned.Learn(matches, trace, begin);
            }

            LearnedSpeedsFile.Save(learned, roads, file);
            Console.WriteLine($"{matched} of {drives.Count} drives matched, {samples} samples learned, {learned.Count} kept");
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static List<(DateTime Begin, List<TracePoint> Trace)> Read(string file)
    {
        var (drives, name, line, count, begins) = (new List<(DateTime, List<TracePoint>)>(), Path.GetFileName(file), 0, 0, true);
        try
        {
            foreach (var text in File.ReadLines(file))
            {
                line++;
                if (string.IsNullOrWhiteSpace(text))
                {
                    begins = true;
                    continue;
                }

                var comma = text.IndexOf(',', StringComparison.Ordinal);
                if (comma < 0 || !DateTime.TryParseExact(text[..comma], "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
                    || !PlaceText.TryRead(text[(comma + 1)..], out var place))
                    throw new RefusedException($"{name}, line {line}: not time,latitude,longitude, as 2026-11-27T08:30:05,48.137,11.575; correct it.");
                if (++count > MostFixes)
                    throw new RefusedException($"{name} has more than {MostFixes} fixes; split it.");
                if (begins)
                    drives.Add((at, []));
                begins = false;
                var seconds = (at - drives[^1].Item1).TotalSeconds;
                if (drives[^1].Item2 is [.., var before] && seconds < before.Seconds)
                    throw new RefusedException($"{name}, line {line}: earlier than the line before; sort each drive by time.");
                drives[^1].Item2.Add(new TracePoint(place, seconds, SigmaMetres));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"{name} cannot be read: {error.Message}");
        }

        return drives;
    }
}
