namespace Dispatch.Roads.Matching;

/// <summary>A position that somebody measured.</summary>
/// <param name="Place">Where.</param>
/// <param name="Seconds">When, since any moment; later points have later times. NaN where it is not known.</param>
/// <param name="SigmaMetres">Standard error of the position, metres; above 0.</param>
public readonly record struct TracePoint(MapPoint Place, double Seconds, double SigmaMetres);

/// <summary>A part of a trace that was found on the roads.</summary>
/// <param name="Indices">The points of the trace that it holds, rising; what is missing between was measured wrongly.</param>
/// <param name="Snaps">Where on the roads each of them is.</param>
/// <param name="Paths">The drive from each to the next; one fewer than points.</param>
/// <param name="OtherCount">By point: how many other places on the roads were likely, too.</param>
/// <param name="Confidence">How sure the match is, 0 to 1: the mean probability of its points among all that were possible, less where they lie far off.</param>
public sealed record MatchedTrace(
    IReadOnlyList<int> Indices, IReadOnlyList<Snap> Snaps, IReadOnlyList<RoadPath> Paths, IReadOnlyList<int> OtherCount, double Confidence);
