namespace Dispatch.Roads.Learning;

/// <summary>What was learned until some moment, ready to be weighed. Immutable.</summary>
/// <param name="Version">Names it: another one whenever anything differs.</param>
/// <param name="ByPart">By part of the day (<see cref="DayParts"/>): each directed segment's factor; null where nothing is known of it.</param>
internal sealed record LearnedFactors(string Version, IReadOnlyList<float[]?> ByPart);
