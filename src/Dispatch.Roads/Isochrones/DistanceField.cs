namespace Dispatch.Roads.Isochrones;

/// <summary>A grid over an area with the distance of every grid point to the nearest of some stretches, as far as it matters.</summary>
internal sealed class DistanceField
{
    private const double MetresPerDegree = 111_195.08;
    private const int MostCellsAcross = 500;
    private const double NarrowestCellMetres = 50;
    private const int Margin = 4; // cells around all stretches, so that every outline closes

    private readonly MapPoint origin;
    private readonly double metresPerDegreeEast;
    private readonly float[] metres;

    public DistanceField(IReadOnlyList<ReachedStretch> stretches)
    {
        var (south, west, north, east) = (90.0, 180.0, -90.0, -180.0);
        foreach (var point in stretches.SelectMany(stretch => (MapPoint[])[stretch.From, stretch.To]))
        {
            (south, north) = (Math.Min(south, point.Latitude), Math.Max(north, point.Latitude));
            (west, east) = (Math.Min(west, point.Longitude), Math.Max(east, point.Longitude));
        }

        metresPerDegreeEast = MetresPerDegree * Math.Max(0.01, Math.Cos(double.DegreesToRadians((south + north) / 2)));
        var (wide, high) = ((east - west) * metresPerDegreeEast, (north - south) * MetresPerDegree);
        CellMetres = Math.Max(NarrowestCellMetres, Math.Max(wide, high) / MostCellsAcross);
        origin = new MapPoint(south - Margin * CellMetres / MetresPerDegree, west - Margin * CellMetres / metresPerDegreeEast);
        (Columns, Rows) = ((int)(wide / CellMetres) + 2 * Margin + 1, (int)(high / CellMetres) + 2 * Margin + 1);
        metres = new float[Columns * Rows];
        Array.Fill(metres, float.MaxValue);
        foreach (var stretch in stretches)
            Add(stretch);
    }

    /// <summary>Width and height of a cell.</summary>
    public double CellMetres { get; }

    public int Columns { get; }

    public int Rows { get; }

    /// <summary>Metres to the nearest stretch; at most some cells, beyond which it is not measured.</summary>
    public double this[int column, int row] => Math.Min(metres[row * Columns + column], 4 * CellMetres);

    /// <summary>The place of a point of the grid, in columns and rows.</summary>
    public MapPoint Place(double column, double row) => new(
        origin.Latitude + row * CellMetres / MetresPerDegree, origin.Longitude + column * CellMetres / metresPerDegreeEast);

    private void Add(ReachedStretch stretch)
    {
        var ((fromX, fromY), (toX, toY)) = (Cells(stretch.From), Cells(stretch.To));
        var (x, y) = (toX - fromX, toY - fromY);
        var squared = x * x + y * y;
        for (var row = Math.Max(0, (int)(Math.Min(fromY, toY) - 2)); row <= Math.Min(Rows - 1, (int)(Math.Max(fromY, toY) + 3)); row++)
        {
            for (var column = Math.Max(0, (int)(Math.Min(fromX, toX) - 2)); column <= Math.Min(Columns - 1, (int)(Math.Max(fromX, toX) + 3)); column++)
            {
                var share = squared > 0 ? Math.Clamp(((column - fromX) * x + (row - fromY) * y) / squared, 0, 1) : 0;
                var (offX, offY) = (column - fromX - share * x, row - fromY - share * y);
                var distance = (float)(Math.Sqrt(offX * offX + offY * offY) * CellMetres);
                ref var there = ref metres[row * Columns + column];
                there = Math.Min(there, distance);
            }
        }
    }

    private (double X, double Y) Cells(MapPoint place) => (
        (place.Longitude - origin.Longitude) * metresPerDegreeEast / CellMetres, (place.Latitude - origin.Latitude) * MetresPerDegree / CellMetres);
}
