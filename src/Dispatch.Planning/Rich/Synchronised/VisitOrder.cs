namespace Dispatch.Planning.Rich.Synchronised;

/// <summary>The one order of all visits that every route follows; one change at a time can be taken back.</summary>
internal sealed class VisitOrder
{
    private enum Turn
    {
        None,
        Moved,
        Swapped,
    }

    private readonly int[] order;
    private readonly int[] position;
    private (Turn Kind, int A, int B) turned;

    public VisitOrder(IReadOnlyList<int> visits)
    {
        (order, position) = ([.. visits], new int[visits.Count]);
        Load(visits);
    }

    public ReadOnlySpan<int> Visits => order;

    /// <summary>Where a visit stands.</summary>
    public int this[int visit] => position[visit];

    /// <summary>Takes another order.</summary>
    public void Load(IReadOnlyList<int> visits)
    {
        for (var at = 0; at < order.Length; at++)
            position[order[at] = visits[at]] = at;
        Keep();
    }

    /// <summary>What stands at a place goes to another.</summary>
    public void Move(int from, int to)
    {
        Shift(from, to);
        turned = (Turn.Moved, from, to);
    }

    /// <summary>What stands at two places changes places.</summary>
    public void Swap(int a, int b)
    {
        Exchange(a, b);
        turned = (Turn.Swapped, a, b);
    }

    /// <summary>The change stays.</summary>
    public void Keep() => turned = default;

    /// <summary>Takes the change back.</summary>
    public void Undo()
    {
        if (turned.Kind == Turn.Moved)
            Shift(turned.B, turned.A);
        else if (turned.Kind == Turn.Swapped)
            Exchange(turned.A, turned.B);
        Keep();
    }

    private void Shift(int from, int to)
    {
        var visit = order[from];
        if (from < to)
            Array.Copy(order, from + 1, order, from, to - from);
        else
            Array.Copy(order, to, order, to + 1, from - to);
        order[to] = visit;
        for (var at = Math.Min(from, to); at <= Math.Max(from, to); at++)
            position[order[at]] = at;
    }

    private void Exchange(int a, int b)
    {
        (order[a], order[b]) = (order[b], order[a]);
        (position[order[a]], position[order[b]]) = (a, b);
    }
}
