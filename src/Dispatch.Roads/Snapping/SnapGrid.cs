using Dispatch.Roads.Network;
using Dispatch.Roads.Prepared;

namespace Dispatch.Roads.Snapping;

/// <summary>A grid of cells over the map, each with the straight pieces of road that touch it: finds the road nearest to a place.</summary>
/// <remarks>
/// Cells are about <see cref="CellMetres"/> wide, wider on maps so large that there would be more than <see cref="MostCells"/>. A piece
/// is told by its first point, counted over all points of the network. Only pieces on which a drive may begin and end are in it.
/// </remarks>
internal sealed class SnapGrid
{
    private const double CellMetres = 200;
    private const int MostCells = 4_000_000;
    private const double MetresPerDegree = 111_195.08;

    private readonly RoadNetwork network;
    private readonly double[] frame; // south, west, cell height, cell width; degrees
    private readonly int[] size; // columns, rows
    private readonly int[] firstPiece; // by cell, row by row; one more at the end
    private readonly int[] pieces;

    private SnapGrid(RoadNetwork network, double[] frame, int[] size, int[] firstPiece, int[] pieces)
    {
        this.network = network;
        this.frame = frame;
        this.size = size;
        this.firstPiece = firstPiece;
        this.pieces = pieces;
    }

    /// <summary>The box of all roads on which a drive may begin and end.</summary>
    public MapBounds Bounds =>
        new(frame[0], frame[1], frame[0] + frame[2] * Rows, frame[1] + frame[3] * Columns);

    private int Columns => size[0];

    private int Rows => size[1];

    public static SnapGrid Build(RoadNetwork network)
    {
        var bounds = BoundsOf(network);
        var metresPerDegreeEast = MetresPerDegree * Math.Max(0.01, Math.Cos(bounds.Centre.Latitude * (Math.PI / 180)));
        var (height, width) = (bounds.North - bounds.South, bounds.East - bounds.West);
        var cell = Math.Max(CellMetres, Math.Sqrt(height * MetresPerDegree * width * metresPerDegreeEast / MostCells));
        var (cellHeight, cellWidth) = (cell / MetresPerDegree, cell / metresPerDegreeEast);
        var columns = (int)Math.Min(MostCells, width / cellWidth) + 1;
        var rows = (int)Math.Min(MostCells, height / cellHeight) + 1;

        var touched = new List<(int Cell, int Piece)>();
        var grid = new SnapGrid(network, [bounds.South, bounds.West, cellHeight, cellWidth], [columns, rows], [], []);
        for (var segment = 0; segment < network.SegmentCount; segment++)
        {
            if ((network.SegmentKinds[segment] & SegmentKind.HoldsPlaces) == 0)
                continue;

            for (var point = network.FirstPoint[segment]; point < network.FirstPoint[segment + 1] - 1; point++)
                grid.AddPiece(point, touched);
        }

        touched = [.. touched.Distinct().Order()];
        var firstPiece = new int[columns * rows + 1];
        foreach (var (at, _) in touched)
            firstPiece[at + 1]++;
        for (var at = 0; at < columns * rows; at++)
            firstPiece[at + 1] += firstPiece[at];

        return new SnapGrid(network, grid.frame, grid.size, firstPiece, [.. touched.Select(one => one.Piece)]);
    }

    public void Save(PreparedFileWriter writer)
    {
        writer.Add("roads.grid.frame", frame);
        writer.Add("roads.grid.size", size);
        writer.Add("roads.grid.cells", firstPiece);
        writer.Add("roads.grid.pieces", pieces);
    }

    public static SnapGrid Load(PreparedFile file, RoadNetwork network) => new(
        network,
        file.Read<double>("roads.grid.frame"),
        file.Read<int>("roads.grid.size"),
        file.Read<int>("roads.grid.cells"),
        file.Read<int>("roads.grid.pieces"));

    /// <summary>The nearest point of a road within <paramref name="maxMetres"/>; null when there is none.</summary>
    public Snap? Nearest(MapPoint place, double maxMetres) =>
        Find(place, new SnapOptions { MaxMetres = maxMetres }, 1) is [var nearest] ? nearest : null;

    /// <summary>The nearest points of roads that meet the wishes, nearest first.</summary>
    public IReadOnlyList<Snap> Find(MapPoint place, SnapOptions options, int count)
    {
        if (!double.IsFinite(place.Latitude) || !double.IsFinite(place.Longitude))
            return [];

        var scale = new LocalScale(place);
        var column = (int)Math.Clamp(Math.Floor((place.Longitude - frame[1]) / frame[3]), -1e8, 1e8);
        var row = (int)Math.Clamp(Math.Floor((place.Latitude - frame[0]) / frame[2]), -1e8, 1e8);

        // Cells in rings around the place's own: what lies beyond ring r is at least r cells away.
        var cellMetres = Math.Min(frame[2] * LocalScale.MetresNorth, frame[3] * scale.MetresEast);
        var (best, wishes) = (new SnapCandidates(count, options.MaxMetres), new SnapWishes(options, network));
        var first = Math.Max(0, Math.Max(Math.Max(-column, column - Columns + 1), Math.Max(-row, row - Rows + 1)));
        var last = Math.Max(Math.Max(column, Columns - column), Math.Max(row, Rows - row));
        for (var ring = first; ring <= last && (ring - 1) * cellMetres <= best.UsefulMetres; ring++)
            SearchRing(column, row, ring, scale, wishes, best);

        return [.. best.Best.Select(ToSnap)];
    }

    private static MapBounds BoundsOf(RoadNetwork network)
    {
        var (south, west, north, east) = (int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);
        for (var segment = 0; segment < network.SegmentCount; segment++)
        {
            if ((network.SegmentKinds[segment] & SegmentKind.HoldsPlaces) == 0)
                continue;

            for (var point = network.FirstPoint[segment]; point < network.FirstPoint[segment + 1]; point++)
            {
                south = Math.Min(south, network.PointLatitudesE7[point]);
                north = Math.Max(north, network.PointLatitudesE7[point]);
                west = Math.Min(west, network.PointLongitudesE7[point]);
                east = Math.Max(east, network.PointLongitudesE7[point]);
            }
        }

        return new MapBounds(south / 1e7, west / 1e7, north / 1e7, east / 1e7);
    }

    /// <summary>Puts a piece into every cell that it may touch, walking along it in steps of half a cell.</summary>
    private void AddPiece(int piece, List<(int Cell, int Piece)> touched)
    {
        var (from, to) = (PointAt(piece), PointAt(piece + 1));
        var (north, east) = (to.Latitude - from.Latitude, to.Longitude - from.Longitude);
        var steps = 1 + (int)(2 * Math.Max(Math.Abs(north) / frame[2], Math.Abs(east) / frame[3]));
        var lastCell = -1;
        for (var step = 0; step < steps; step++)
        {
            var (here, there) = ((double)step / steps, (step + 1.0) / steps);
            var rows = Range(from.Latitude + north * here, from.Latitude + north * there, frame[0], frame[2], Rows);
            var columns = Range(from.Longitude + east * here, from.Longitude + east * there, frame[1], frame[3], Columns);
            for (var row = rows.First; row <= rows.Last; row++)
            {
                for (var column = columns.First; column <= columns.Last; column++)
                {
                    var cell = row * Columns + column;
                    if (cell != lastCell)
                        touched.Add((cell, piece));
                    lastCell = cell;
                }
            }
        }
    }

    private static (int First, int Last) Range(double one, double other, double origin, double cell, int count)
    {
        var (low, high) = one <= other ? (one, other) : (other, one);
        return (Math.Clamp((int)((low - origin) / cell), 0, count - 1), Math.Clamp((int)((high - origin) / cell), 0, count - 1));
    }

    private void SearchRing(int column, int row, int ring, LocalScale scale, SnapWishes wishes, SnapCandidates best)
    {
        for (var r = Math.Max(0, row - ring); r <= Math.Min(Rows - 1, row + ring); r++)
        {
            // The ring's upper and lower rows are whole; of the others only the two ends belong to it.
            if (Math.Abs(r - row) == ring)
            {
                for (var c = Math.Max(0, column - ring); c <= Math.Min(Columns - 1, column + ring); c++)
                    SearchCell(r * Columns + c, scale, wishes, best);
                continue;
            }

            if (column - ring >= 0 && column - ring < Columns)
                SearchCell(r * Columns + column - ring, scale, wishes, best);
            if (column + ring >= 0 && column + ring < Columns)
                SearchCell(r * Columns + column + ring, scale, wishes, best);
        }
    }

    private void SearchCell(int cell, LocalScale scale, SnapWishes wishes, SnapCandidates best)
    {
        for (var i = firstPiece[cell]; i < firstPiece[cell + 1]; i++)
        {
            var piece = pieces[i];
            var (fromEast, fromNorth) = scale.Metres(PointAt(piece));
            var (toEast, toNorth) = scale.Metres(PointAt(piece + 1));
            var (east, north) = (toEast - fromEast, toNorth - fromNorth);
            var squared = east * east + north * north;
            var share = squared > 0 ? Math.Clamp(-(fromEast * east + fromNorth * north) / squared, 0, 1) : 0;
            var (nearEast, nearNorth) = (fromEast + share * east, fromNorth + share * north);
            var metres = Math.Sqrt(Square(nearEast) + Square(nearNorth));
            if (metres > best.UsefulMetres)
                continue;

            var segment = SegmentOf(piece);
            var directions = wishes.AreNone ? SnapDirections.Both : wishes.Directions(segment, (east, north), (-nearEast, -nearNorth));
            if (directions != SnapDirections.None)
                best.Add(new SnapCandidate(metres, segment, piece, share, directions));
        }
    }

    private int SegmentOf(int point)
    {
        var segment = Array.BinarySearch(network.FirstPoint, point);
        return segment < 0 ? ~segment - 1 : segment;
    }

    private Snap ToSnap(SnapCandidate best)
    {
        var (from, to) = (PointAt(best.Point), PointAt(best.Point + 1));
        var position = new MapPoint(
            from.Latitude + best.Share * (to.Latitude - from.Latitude), from.Longitude + best.Share * (to.Longitude - from.Longitude));
        return new Snap(
            position,
            best.Metres,
            best.Segment,
            best.Point,
            Between(network.PointForwardMilliseconds, best),
            Between(network.PointBackwardMilliseconds, best),
            Between(network.PointCentimetres, best),
            best.Directions);
    }

    private static int Between(int[] values, SnapCandidate at)
    {
        var (from, to) = (values[at.Point], values[at.Point + 1]);
        return from + (int)Math.Round((to - from) * at.Share);
    }

    private static double Square(double value) => value * value;

    private MapPoint PointAt(int point) => MapPoint.FromE7(network.PointLatitudesE7[point], network.PointLongitudesE7[point]);

    /// <summary>Metres east and north of a place; flat, good for some kilometres around it.</summary>
    private readonly struct LocalScale(MapPoint origin)
    {
        public const double MetresNorth = MetresPerDegree;

        public double MetresEast { get; } = MetresPerDegree * Math.Max(0.01, Math.Cos(origin.Latitude * (Math.PI / 180)));

        public (double East, double North) Metres(MapPoint point) =>
            ((point.Longitude - origin.Longitude) * MetresEast, (point.Latitude - origin.Latitude) * MetresNorth);
    }
}
