using System.Runtime.CompilerServices;

namespace Dispatch.Planning;

/// <summary>How good a plan is; less is better, the first difference decides.</summary>
/// <remarks>
/// For P0, then P1 … P4: fewest unassigned, then fewest minutes past the deadline; then cost. Exact whole numbers, compared in
/// order, so that no weight of a lower class can ever outweigh a higher one. Lateness is in seconds here and rounded up to minutes
/// for each visit, so that a second more or less does not outweigh all driving.
/// </remarks>
public readonly record struct Score : IComparable<Score>
{
    private readonly Levels levels;

    /// <summary>Cost below all urgency, in seconds of driving.</summary>
    public long Cost { get; init; }

    private Score(Levels levels, long cost)
    {
        this.levels = levels;
        Cost = cost;
    }

    /// <summary>Unassigned visits of a class.</summary>
    public int Unassigned(int urgency) => levels[2 * urgency];

    /// <summary>Minutes past the deadline of a class, all its visits together.</summary>
    public int LateMinutes(int urgency) => levels[2 * urgency + 1];

    /// <summary>The score of leaving one visit out.</summary>
    public static Score OfUnassigned(int urgency)
    {
        var levels = default(Levels);
        levels[2 * urgency] = 1;
        return new Score(levels, 0);
    }

    /// <summary>The score of leaving this visit out: its price, or one in its urgency class.</summary>
    public static Score OfUnassigned(PlanVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return visit.SkipCost == PlanVisit.NoPrice ? OfUnassigned(visit.Urgency) : new Score(default, visit.SkipCost);
    }

    /// <summary>The same, later by so many minutes in a class.</summary>
    public Score Late(int urgency, int minutes)
    {
        var changed = levels;
        changed[2 * urgency + 1] += minutes;
        return new Score(changed, Cost);
    }

    /// <summary>Sum, level by level.</summary>
    public static Score operator +(Score a, Score b)
    {
        var sum = default(Levels);
        for (var i = 0; i < Levels.Count; i++)
            sum[i] = a.levels[i] + b.levels[i];
        return new Score(sum, a.Cost + b.Cost);
    }

    /// <summary>Difference, level by level.</summary>
    public static Score operator -(Score a, Score b)
    {
        var difference = default(Levels);
        for (var i = 0; i < Levels.Count; i++)
            difference[i] = a.levels[i] - b.levels[i];
        return new Score(difference, a.Cost - b.Cost);
    }

    /// <summary>Whether the first is better.</summary>
    public static bool operator <(Score a, Score b) => a.CompareTo(b) < 0;

    /// <summary>Whether the first is worse.</summary>
    public static bool operator >(Score a, Score b) => a.CompareTo(b) > 0;

    /// <summary>Whether the first is no worse.</summary>
    public static bool operator <=(Score a, Score b) => a.CompareTo(b) <= 0;

    /// <summary>Whether the first is no better.</summary>
    public static bool operator >=(Score a, Score b) => a.CompareTo(b) >= 0;

    /// <inheritdoc />
    public int CompareTo(Score other)
    {
        for (var i = 0; i < Levels.Count; i++)
        {
            var order = levels[i].CompareTo(other.levels[i]);
            if (order != 0)
                return order;
        }

        return Cost.CompareTo(other.Cost);
    }

    /// <summary>Whether in no class more minutes past the deadline stand here than there.</summary>
    public bool IsNoLaterThan(Score other)
    {
        for (var urgency = 0; 2 * urgency < Levels.Count; urgency++)
        {
            if (LateMinutes(urgency) > other.LateMinutes(urgency))
                return false;
        }

        return true;
    }

    /// <summary>Whether all levels above cost are the same.</summary>
    public bool SameUrgencyAs(Score other)
    {
        for (var i = 0; i < Levels.Count; i++)
        {
            if (levels[i] != other.levels[i])
                return false;
        }

        return true;
    }

    /// <inheritdoc />
    public bool Equals(Score other) => CompareTo(other) == 0;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Cost, levels[0], levels[1], levels[2], levels[3]);

    [InlineArray(Count)]
    private struct Levels
    {
        public const int Count = 10;
        private int first;
    }
}
