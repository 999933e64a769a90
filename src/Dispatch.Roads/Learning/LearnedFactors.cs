namespace Dispatch.Roads.Learning;

/// <summary>What was learned until some moment, ready to be weighed. Immutable.</summary>
/// <param name="Version">Names it: another one whenever anything differs.</param>
/// <param name="Figures">How much it is.</param>
/// <param name="ByPart">By part of the day (<see cref="DayParts"/>): each directed segment's factor; null where nothing is known of it.</param>
/// <param name="DrivenByPart">By part of the day: which directed segments somebody drove then, and in how many drives, as far as those are kept.</param>
internal sealed record LearnedFactors(
    string Version, LearnedFigures Figures, IReadOnlyList<float[]?> ByPart, IReadOnlyList<IReadOnlyList<(int Directed, int Drives)>> DrivenByPart);

/// <summary>How much was learned.</summary>
/// <param name="Streets">Of how many segments something is known, each direction counted.</param>
/// <param name="Samples">How many times somebody drove one, as far as that is kept.</param>
public sealed record LearnedFigures(int Streets, int Samples);
