namespace Dispatch.Roads;

/// <summary>How far the preparation of a map has got, for whoever waits for it.</summary>
/// <param name="Sentence">What is being done now, or why it must be done again: one sentence for people.</param>
/// <param name="Share">The part that is done, 0 to 1; a rough guide.</param>
public readonly record struct PreparationProgress(string Sentence, double Share);
