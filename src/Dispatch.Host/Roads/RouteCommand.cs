using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Dispatch.Roads;
using Dispatch.Roads.Guidance;

namespace Dispatch.Host.Roads;

/// <summary>"dispatch route --map F --from lat,lon --to lat,lon": one drive, in words or as JSON.</summary>
internal static class RouteCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Make()
    {
        var map = MapOption.Make();
        var from = new Option<string>("--from") { Description = "Where it begins: latitude,longitude.", Required = true };
        var to = new Option<string>("--to") { Description = "Where it ends: latitude,longitude.", Required = true };
        var at = new Option<string?>("--at") { Description = "When it begins, local time: 2026-11-27T08:30, or 08:30 of today." };
        var speeds = new Option<string?>("--speeds") { Description = "What 'roads learn' learned of the streets at that hour." };
        var language = new Option<string>("--language") { Description = "Of the directions: en or de.", DefaultValueFactory = _ => "en" };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("route", "The fastest drive between two places.") { map, from, to, at, speeds, language, json };
        command.SetAction((parsed, cancellation) =>
        {
            var (begin, end) = (PlaceText.Of(parsed.GetValue(from)!, "--from"), PlaceText.Of(parsed.GetValue(to)!, "--to"));
            var words = Words(parsed.GetValue(language)!);
            var departure = DepartureText.Read(parsed.GetValue(at));
            using var roads = MapOption.Open(parsed.GetValue(map)!, out var load, cancellation);
            var query = DepartureText.QueryAt(roads, departure, parsed.GetValue(speeds));
            var start = Stopwatch.GetTimestamp();
            var (fromSnap, toSnap) = (Snapped(roads, begin, "--from"), Snapped(roads, end, "--to"));
            var snap = Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            var path = query.FindPath(fromSnap, toSnap)
                ?? throw new RefusedException("No road leads from --from to --to; choose places that are joined by roads.");
            var search = Stopwatch.GetElapsedTime(start);
            var steps = DirectionWords.Told(new RouteGuidance(roads).Steps(path, begin, end));
            Console.OutputEncoding = new UTF8Encoding(false);
            Console.WriteLine(parsed.GetValue(json) ? AsJson(path, steps, words, (load, snap, search)) : AsText(path, steps, words, (load, snap, search)));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    /// <summary>The words of a language.</summary>
    /// <exception cref="RefusedException">There are none.</exception>
    private static DirectionWords Words(string language) => DirectionWords.For(language)
        ?? throw new RefusedException($"Directions are told in en or de, not '{language}'; choose one with --language.");

    private static Snap Snapped(RoadMap map, MapPoint place, string option) => map.SnapToRoad(place, MapOption.SnapMetres)
        ?? throw new RefusedException(FormattableString.Invariant(
            $"No road of the map is within {MapOption.SnapMetres:0} m of {option} {place.Latitude},{place.Longitude}; choose a place nearer to one."));

    private static string AsText(RoadPath path, IReadOnlyList<RouteStep> steps, DirectionWords words, (TimeSpan Load, TimeSpan Snap, TimeSpan Search) took)
    {
        var text = new StringBuilder();
        text.AppendLine(FormattableString.Invariant($"{path.Seconds} s, {path.Metres} m"));
        foreach (var step in steps)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {words.Tell(step)}{(step.Kind == StepKind.Arrive ? "" : $" ({words.Distance(step.Metres, step.HasMiles)})")}");
        text.Append(FormattableString.Invariant($"load {took.Load.TotalSeconds:0.000} s, snap {took.Snap.TotalMilliseconds:0.000} ms, search {took.Search.TotalMilliseconds:0.000} ms"));
        return text.ToString();
    }

    private static string AsJson(RoadPath path, IReadOnlyList<RouteStep> steps, DirectionWords words, (TimeSpan Load, TimeSpan Snap, TimeSpan Search) took) =>
        JsonSerializer.Serialize(
            new
            {
                seconds = path.Seconds,
                metres = path.Metres,
                points = path.Points.Select(point => new[] { Math.Round(point.Latitude, 7), Math.Round(point.Longitude, 7) }),
                secondsAtPoint = path.SecondsAtPoint,
                steps = steps.Select(step => new { text = words.Tell(step), seconds = Math.Round(step.Milliseconds / 1000.0, 1), metres = Math.Round(step.Metres, 1), firstPoint = step.FirstPoint }),
                loadSeconds = took.Load.TotalSeconds,
                snapSeconds = took.Snap.TotalSeconds,
                searchSeconds = took.Search.TotalSeconds,
            },
            Json);
}
