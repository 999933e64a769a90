using Dispatch.Roads.Tiles;

namespace Dispatch.Roads.Isochrones;

/// <summary>Draws the outline of what lies nearer than a distance, out of a field: rings with their holes.</summary>
/// <remarks>
/// Marching squares (Lorensen and Cline, "Marching cubes" (1987), in the plane); where opposite corners are in, the middle of the cell
/// decides. Every edge of the grid is crossed at most once, by one piece that comes and one that goes on, with the inside on the left:
/// so rings close, and holes run the other way.
/// </remarks>
internal sealed class Outline(DistanceField field, double metres)
{
    private const double Whole = 64; // parts of a cell in which rings are kept as whole numbers

    // By corners inside (1 south-west, 2 south-east, 4 north-east, 8 north-west): pieces from side to side (0 south, 1 east, 2 north, 3 west).
    private static readonly (int From, int To)[][] Pieces =
    [
        [], [(0, 3)], [(1, 0)], [(1, 3)], [(2, 1)], [(0, 3), (2, 1)], [(2, 0)], [(2, 3)],
        [(3, 2)], [(0, 2)], [(1, 0), (3, 2)], [(1, 2)], [(3, 1)], [(0, 1)], [(3, 0)], [],
    ];

    private readonly Dictionary<int, int> onward = [];

    /// <summary>The polygons.</summary>
    public List<IsochronePolygon> Draw()
    {
        for (var row = 0; row + 1 < field.Rows; row++)
        {
            for (var column = 0; column + 1 < field.Columns; column++)
                AddCell(column, row);
        }

        var (outer, holes) = (new List<(int X, int Y)[]>(), new List<(int X, int Y)[]>());
        while (onward.Count > 0)
        {
            var ring = Ring(onward.First().Key);
            if (ring.Length > 3)
                (RingShape.DoubleArea(ring) > 0 ? outer : holes).Add(ring);
        }

        return [.. RingShape.Polygons(outer, holes).Select(polygon => new IsochronePolygon(Places(polygon[0]), [.. polygon.Skip(1).Select(Places)]))];
    }

    private void AddCell(int column, int row)
    {
        var corners = (IsIn(column, row) ? 1 : 0) | (IsIn(column + 1, row) ? 2 : 0) | (IsIn(column + 1, row + 1) ? 4 : 0) | (IsIn(column, row + 1) ? 8 : 0);
        var pieces = Pieces[corners];
        if (corners is 5 or 10
            && (field[column, row] + field[column + 1, row] + field[column + 1, row + 1] + field[column, row + 1]) / 4 < metres)
            pieces = corners == 5 ? [(0, 1), (2, 3)] : [(3, 0), (1, 2)];
        foreach (var (from, to) in pieces)
            onward[Edge(column, row, from)] = Edge(column, row, to);
    }

    private bool IsIn(int column, int row) => field[column, row] < metres;

    // Edges are numbered by the point at their south-western end: even ones run east, odd ones north.
    private int Edge(int column, int row, int side) => side switch
    {
        0 => 2 * (row * field.Columns + column),
        1 => 2 * (row * field.Columns + column + 1) + 1,
        2 => 2 * ((row + 1) * field.Columns + column),
        _ => 2 * (row * field.Columns + column) + 1,
    };

    private (int X, int Y)[] Ring(int start)
    {
        var ring = new List<(int X, int Y)>();
        for (var edge = start; onward.Remove(edge, out var next); edge = next)
            ring.Add(Crossed(edge));
        ring.Add(ring[0]);
        return [.. ring];
    }

    /// <summary>Where the outline crosses an edge, in parts of a cell.</summary>
    private (int X, int Y) Crossed(int edge)
    {
        var (column, row) = (edge / 2 % field.Columns, edge / 2 / field.Columns);
        var (from, to) = (field[column, row], (edge & 1) == 0 ? field[column + 1, row] : field[column, row + 1]);
        var along = (int)Math.Round(Whole * Math.Clamp((metres - from) / (to - from), 0.02, 0.98));
        return (edge & 1) == 0 ? ((int)(column * Whole) + along, (int)(row * Whole)) : ((int)(column * Whole), (int)(row * Whole) + along);
    }

    private List<MapPoint> Places((int X, int Y)[] ring) => [.. ring.Select(point => field.Place(point.X / Whole, point.Y / Whole))];
}
