namespace Dispatch.Planning.Search;

/// <summary>What urgency counts before all cost, in the order of <see cref="Score"/>: P0 unassigned, minutes of P0 late, P1 unassigned …</summary>
/// <remarks>Small whole numbers rather than one large one: a change touches one of them, and code with 128-bit numbers is not compiled ahead.</remarks>
internal sealed class UrgencyLevels
{
    /// <summary>Urgency classes.</summary>
    public const int Classes = 5;

    private readonly int[] levels = new int[2 * Classes];

    /// <summary>Counts visits of a class as out; fewer than none as on a route again.</summary>
    public void Out(int urgency, int visits) => levels[2 * urgency] += visits;

    /// <summary>Counts minutes past the deadline in a class; fewer than none take them back.</summary>
    public void Late(int urgency, int minutes) => levels[2 * urgency + 1] += minutes;

    /// <summary>Visits of a class that are out, and minutes past its deadlines.</summary>
    public (int Unassigned, int LateMinutes) Of(int urgency) => (levels[2 * urgency], levels[2 * urgency + 1]);

    /// <summary>Nothing out, nothing late.</summary>
    public void Clear() => Array.Clear(levels);

    /// <summary>The same as others.</summary>
    public void CopyFrom(UrgencyLevels other) => other.levels.CopyTo(levels, 0);

    /// <summary>Below 0 if these are better, 0 if they are the same.</summary>
    public int CompareTo(UrgencyLevels other)
    {
        for (var i = 0; i < levels.Length; i++)
        {
            if (levels[i] != other.levels[i])
                return levels[i] < other.levels[i] ? -1 : 1;
        }

        return 0;
    }
}
