namespace Dispatch.Roads.Tiles;

/// <summary>Cuts lines and rings to a square.</summary>
internal static class TileClip
{
    /// <summary>A ring cut to the square, not closed; Sutherland and Hodgman (1974). Empty if nothing is left.</summary>
    /// <param name="ring">The ring, its first point not repeated; used up.</param>
    /// <param name="spare">Room to work in; the result is in one of the two.</param>
    public static List<(double X, double Y)> Ring(List<(double X, double Y)> ring, List<(double X, double Y)> spare, double least, double most)
    {
        var (input, output) = (ring, spare);
        for (var side = 0; side < 4 && input.Count > 0; side++)
        {
            output.Clear();
            var previous = input[^1];
            var wasIn = Inside(previous, side, least, most);
            foreach (var current in input)
            {
                var isIn = Inside(current, side, least, most);
                if (isIn != wasIn)
                    output.Add(Cross(previous, current, side, least, most));
                if (isIn)
                    output.Add(current);
                (previous, wasIn) = (current, isIn);
            }

            (input, output) = (output, input);
        }

        return input;
    }

    /// <summary>A line cut to the square, in the pieces that lie in it; Liang and Barsky (1984) for each of its segments.</summary>
    public static IEnumerable<List<(double X, double Y)>> Line(List<(double X, double Y)> line, double least, double most)
    {
        var piece = new List<(double X, double Y)>();
        for (var i = 1; i < line.Count; i++)
        {
            var (from, to) = (line[i - 1], line[i]);
            var (enter, leave) = (0.0, 1.0);
            var isCut = Narrow(from.X - to.X, from.X - least, ref enter, ref leave) && Narrow(to.X - from.X, most - from.X, ref enter, ref leave)
                && Narrow(from.Y - to.Y, from.Y - least, ref enter, ref leave) && Narrow(to.Y - from.Y, most - from.Y, ref enter, ref leave);
            if (!isCut)
            {
                if (piece.Count > 1)
                    yield return piece;
                piece = [];
                continue;
            }

            if (piece.Count == 0 || enter > 0)
            {
                if (piece.Count > 1)
                    yield return piece;
                piece = [At(from, to, enter)];
            }

            piece.Add(At(from, to, leave));
        }

        if (piece.Count > 1)
            yield return piece;
    }

    private static bool Narrow(double p, double q, ref double enter, ref double leave)
    {
        if (p == 0)
            return q >= 0;
        var r = q / p;
        if (p < 0)
            enter = Math.Max(enter, r);
        else
            leave = Math.Min(leave, r);
        return enter <= leave;
    }

    private static (double X, double Y) At((double X, double Y) from, (double X, double Y) to, double share) =>
        (from.X + (to.X - from.X) * share, from.Y + (to.Y - from.Y) * share);

    private static bool Inside((double X, double Y) point, int side, double least, double most) => side switch
    {
        0 => point.X >= least,
        1 => point.X <= most,
        2 => point.Y >= least,
        _ => point.Y <= most,
    };

    private static (double X, double Y) Cross((double X, double Y) a, (double X, double Y) b, int side, double least, double most)
    {
        var edge = side is 0 or 2 ? least : most;
        return side < 2
            ? (edge, a.Y + (b.Y - a.Y) * (edge - a.X) / (b.X - a.X))
            : (a.X + (b.X - a.X) * (edge - a.Y) / (b.Y - a.Y), edge);
    }
}
