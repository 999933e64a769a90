namespace Dispatch.Roads.Addresses;

/// <summary>Tells streets of one name in different towns apart: ways of a name belong together when they are near each other.</summary>
internal sealed class StreetClusters
{
    private const int CellE7 = 50_000; // about 550 m to the north

    private readonly List<int> parents = [];
    private readonly Dictionary<(string Name, int Row, int Column), int> cells = [];

    /// <summary>Adds a piece of a street and gives its number, from 0.</summary>
    public int Add(string name, ReadOnlySpan<(int LatitudeE7, int LongitudeE7)> line)
    {
        var piece = parents.Count;
        parents.Add(piece);
        foreach (var point in line)
        {
            var (row, column) = Cell(point);
            if (!cells.TryAdd((name, row, column), piece))
                Unite(piece, cells[(name, row, column)]);
        }

        return piece;
    }

    /// <summary>Unites what lies in neighbouring cells; call it once, after all is added.</summary>
    public void UniteNeighbours()
    {
        foreach (var ((name, row, column), piece) in cells)
        {
            for (var r = row; r <= row + 1; r++)
            {
                for (var c = column - 1; c <= column + 1; c++)
                {
                    if (cells.TryGetValue((name, r, c), out var other))
                        Unite(piece, other);
                }
            }
        }
    }

    /// <summary>The street that a piece is of: the lowest number of its pieces.</summary>
    public int Of(int piece)
    {
        while (parents[piece] != piece)
            piece = parents[piece] = parents[parents[piece]];
        return piece;
    }

    private void Unite(int one, int other)
    {
        (one, other) = (Of(one), Of(other));
        parents[Math.Max(one, other)] = Math.Min(one, other);
    }

    private static (int Row, int Column) Cell((int LatitudeE7, int LongitudeE7) point) =>
        ((int)Math.Floor((double)point.LatitudeE7 / CellE7), (int)Math.Floor((double)point.LongitudeE7 / CellE7));
}
