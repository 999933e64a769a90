using System.Globalization;

namespace Dispatch.Roads.Guidance;

/// <summary>Tells steps in plain words, for people who drive.</summary>
public abstract class DirectionWords
{
    private const double MetresPerMile = 1609.344;
    private const double MetresPerFoot = 0.3048;

    private static readonly EnglishWords English = new();
    private static readonly GermanWords German = new();

    private protected DirectionWords()
    {
    }

    /// <summary>How numbers are written.</summary>
    protected abstract CultureInfo Culture { get; }

    /// <summary>The words of a language: en or de, with or without a region; none for others.</summary>
    public static DirectionWords? For(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.Split('-', '_')[0].ToUpperInvariant() switch { "EN" => English, "DE" => German, _ => null };
    }

    /// <summary>The steps that are told: what one does in a roundabout is told once, before it.</summary>
    public static IReadOnlyList<RouteStep> Told(IReadOnlyList<RouteStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var told = new List<RouteStep>();
        foreach (var step in steps)
        {
            if (step.Kind == StepKind.ExitRoundabout && told.Count > 0 && told[^1] is { Kind: StepKind.Roundabout, Exit: > 0 } ring)
                told[^1] = ring with { Metres = ring.Metres + step.Metres, Milliseconds = ring.Milliseconds + step.Milliseconds, LastPoint = step.LastPoint };
            else
                told.Add(step);
        }

        return told;
    }

    /// <summary>One sentence without a full stop.</summary>
    public abstract string Tell(RouteStep step);

    /// <summary>A length as one says it: "150 m", "1.2 km"; "500 ft", "0.7 mi" where signs tell miles.</summary>
    public string Distance(double metres, bool hasMiles)
    {
        if (hasMiles)
        {
            return metres < MetresPerMile / 5
                ? $"{Rounded(metres / MetresPerFoot, 50)} ft"
                : $"{(metres / MetresPerMile).ToString(metres < 10 * MetresPerMile ? "0.#" : "0", Culture)} mi";
        }

        return metres < 950 ? $"{Rounded(metres, metres < 100 ? 10 : 50)} m" : $"{(metres / 1000).ToString(metres < 9950 ? "0.#" : "0", Culture)} km";
    }

    /// <summary>The road as one calls it: by name, or else by number, or else by what its sign says.</summary>
    protected static string Road(RouteStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Name.Length > 0 ? step.Name : step.Number;
    }

    /// <summary>Which of eight winds a bearing is, 0 north and then clockwise.</summary>
    protected static int Wind(int bearing) => (int)Math.Round(bearing / 45.0) % 8;

    /// <summary>The lanes to take: how many lead there, and at which edge they lie (−1 left, 1 right, 0 between); none where all do or none is known.</summary>
    protected static (int Count, int Edge)? LanesToTake(RouteStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        var lanes = step.Lanes;
        var valid = lanes.Count(lane => lane.IsValid);
        if (valid == 0 || valid == lanes.Count)
            return null;

        var first = lanes.TakeWhile(lane => !lane.IsValid).Count();
        var isTogether = lanes.Skip(first).Take(valid).All(lane => lane.IsValid);
        return isTogether ? (valid, first == 0 ? -1 : first + valid == lanes.Count ? 1 : 0) : null;
    }

    private static int Rounded(double length, int to) => Math.Max(to, (int)Math.Round(length / to) * to);
}
