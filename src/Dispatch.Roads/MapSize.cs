namespace Dispatch.Roads;

/// <summary>How much of a map it is.</summary>
/// <param name="Segments">Stretches of road between junctions, both directions as one.</param>
/// <param name="Junctions">Points at which a drive can be continued in more than one way, or not at all.</param>
/// <param name="States">What a search walks over: directed segments, with what must be remembered of the way there.</param>
/// <param name="RoadMetres">Length of all segments.</param>
public readonly record struct MapSize(int Segments, int Junctions, int States, long RoadMetres);
