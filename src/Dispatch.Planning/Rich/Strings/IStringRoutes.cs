using Dispatch.Planning.Search;

namespace Dispatch.Planning.Rich.Strings;

/// <summary>Routes that a search by string removals works on, whatever their rules are.</summary>
/// <remarks>A change runs from <see cref="Begin"/> through removals and insertions to <see cref="Settle"/>, and may then be taken back by <see cref="Undo"/>.</remarks>
internal interface IStringRoutes
{
    /// <summary>How many visits there are; a visit is a number below it.</summary>
    int VisitCount { get; }

    int RouteCount { get; }

    /// <summary>The price of all routes and of all visits on none.</summary>
    long Cost { get; }

    /// <summary>The route of a visit; -1 for none.</summary>
    int RouteOf(int visit);

    /// <summary>The stops of a route that may be moved, in order.</summary>
    ReadOnlySpan<int> Stops(int route);

    /// <summary>The other visits, the nearest first.</summary>
    ReadOnlySpan<int> Near(int visit);

    /// <summary>Whether a visit is put back by itself; one that comes along with another is not.</summary>
    bool IsLeading(int visit);

    /// <summary>By what visits may be sorted before they are put back: kind 0 to <see cref="StringSearch.SortKinds"/> - 1, the least first.</summary>
    long SortKey(int kind, int visit);

    void Begin();

    /// <summary>Takes a visit off its route, and what belongs to it.</summary>
    void TakeOff(int visit);

    /// <summary>After the removals and before the first insertion: may do what no insertion alone would pay for.</summary>
    void Prepare(ReadOnlySpan<int> absent, ref Dice dice);

    /// <summary>Puts a visit where it costs least; now and then overlooks a place. False if there is none.</summary>
    bool PutBack(int visit, ref Dice dice);

    /// <summary>Brings the changed routes into their final shape.</summary>
    void Settle();

    void Undo();
}
