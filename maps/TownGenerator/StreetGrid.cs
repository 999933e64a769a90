namespace Dispatch.Maps.TownGenerator;

/// <summary>A piece of street along which houses stand.</summary>
internal readonly record struct StreetPiece(string Name, (double East, double North) From, (double East, double North) To, bool IsMain);

/// <summary>The streets of the town: a bent grid, closer and one-way in the old town, with a river that few of them cross.</summary>
internal sealed class StreetGrid(Sheet sheet)
{
    private const int Columns = 46;
    private const int Rows = 40;
    private const double Wide = 122;
    private const double High = 114;
    private const int MainEvery = 6;
    private const int BridgeEvery = 8;

    private readonly long[,] nodes = new long[Columns, Rows];
    private readonly (double East, double North)[,] places = new (double, double)[Columns, Rows];
    private readonly List<(long Way, long First, long Last, int Line, bool IsRow)> pieces = [];

    /// <summary>Where houses may stand.</summary>
    public List<StreetPiece> Segments { get; } = [];

    /// <summary>Ends of the main streets at the edge of the town, where the ring road meets them.</summary>
    public List<(long Node, double East, double North, string Name)> Ends { get; } = [];

    public void Draw()
    {
        for (var c = 0; c < Columns; c++)
        {
            for (var r = 0; r < Rows; r++)
            {
                places[c, r] = Ground.Bend((c - Columns / 2.0) * Wide, (r - Rows / 2.0) * High);
                if (Ground.IsBuilt(places[c, r].East, places[c, r].North))
                    nodes[c, r] = sheet.Node(places[c, r].East, places[c, r].North);
            }
        }

        for (var c = 0; c < Columns; c++)
            Street(c, isRow: false, Rows, r => (c, r));
        for (var r = 0; r < Rows; r++)
            Street(r, isRow: true, Columns, c => (c, r));
        Signals();
        Restrictions();
    }

    private static bool IsMain(int line) => line % MainEvery == 2;

    private static bool IsBridge(int row) => row % BridgeEvery == 2 || row % BridgeEvery == 6 && row is > 14 and < 26;

    // One line of the grid, in pieces from one main street to the next; a gap (park, lake, river) ends a piece unless a bridge leads over it.
    private void Street(int line, bool isRow, int length, Func<int, (int C, int R)> at)
    {
        var piece = new List<(int C, int R)>();
        for (var i = 0; i < length; i++)
        {
            var (c, r) = at(i);
            if (nodes[c, r] == 0)
            {
                Close(piece, line, isRow);
                if (piece.Count > 0 && isRow && IsBridge(line))
                    Bridge(piece[^1], line);
                piece.Clear();
                continue;
            }

            piece.Add((c, r));
            if (IsMain(isRow ? c : r) && piece.Count > 1)
            {
                Close(piece, line, isRow);
                piece = [(c, r)];
            }
        }

        Close(piece, line, isRow);
        if (IsMain(line))
            NoteEnds(line, isRow, length, at);
    }

    private void Close(List<(int C, int R)> piece, int line, bool isRow)
    {
        if (piece.Count < 2)
            return;
        var (middleEast, middleNorth) = places[piece[piece.Count / 2].C, piece[piece.Count / 2].R];
        var name = isRow ? Names.OfRow(line, middleEast > Ground.RiverEast(middleNorth) ? 1 : 0) : Names.OfColumn(line, middleNorth > 0 ? 1 : 0);
        var isOldTown = Math.Abs(middleEast + 250) < 620 && Math.Abs(middleNorth) < 560;
        var tags = new List<(string, string)> { ("highway", Class(line)), ("name", name) };
        if (isOldTown && !IsMain(line))
        {
            tags.Add(("oneway", line % 2 == 0 ? "yes" : "-1"));
            tags.Add(("maxspeed", "30"));
        }
        else if (IsMain(line))
        {
            tags.Add(("maxspeed", "50"));
        }

        var way = sheet.Way(piece.Select(p => nodes[p.C, p.R]), [.. tags]);
        pieces.Add((way, nodes[piece[0].C, piece[0].R], nodes[piece[^1].C, piece[^1].R], line, isRow));
        for (var i = 1; i < piece.Count; i++)
            Segments.Add(new StreetPiece(name, places[piece[i - 1].C, piece[i - 1].R], places[piece[i].C, piece[i].R], IsMain(line)));
    }

    private static string Class(int line) => line % (2 * MainEvery) == 2 ? "secondary" : IsMain(line) ? "tertiary" : "residential";

    private void Bridge((int C, int R) from, int row)
    {
        var to = from.C + 1;
        while (to < Columns && nodes[to, row] == 0)
            to++;
        if (to >= Columns || to - from.C > 4)
            return;
        var (a, b) = (places[from.C, row], places[to, row]);
        if ((a.East - Ground.RiverEast(a.North)) * (b.East - Ground.RiverEast(b.North)) > 0)
            return;
        sheet.Way([nodes[from.C, row], nodes[to, row]], ("highway", IsMain(row) ? Class(row) : "tertiary"), ("name", $"{Names.OfRow(row, 0).Split(' ')[0]} Bridge"), ("bridge", "yes"), ("layer", "1"), ("maxspeed", "50"));
    }

    private void NoteEnds(int line, bool isRow, int length, Func<int, (int C, int R)> at)
    {
        int[] built = [.. Enumerable.Range(0, length).Where(i => nodes[at(i).C, at(i).R] != 0)];
        if (built.Length == 0)
            return;
        foreach (var end in (int[])[built[0], built[^1]])
        {
            var (c, r) = at(end);
            Ends.Add((nodes[c, r], places[c, r].East, places[c, r].North, isRow ? Names.OfRow(line, end == built[0] ? 0 : 1) : Names.OfColumn(line, end == built[0] ? 0 : 1)));
        }
    }

    private void Signals()
    {
        for (var c = 0; c < Columns; c++)
        {
            for (var r = 0; r < Rows; r++)
            {
                if (IsMain(c) && IsMain(r) && nodes[c, r] != 0)
                    sheet.Tag(nodes[c, r], "highway", "traffic_signals");
            }
        }
    }

    // At every third crossing of main streets one may not turn left out of the column, and at every fifth not turn round.
    private void Restrictions()
    {
        var byNode = pieces.SelectMany(piece => new[] { (Node: piece.First, piece), (Node: piece.Last, piece) }).ToLookup(pair => pair.Node, pair => pair.piece);
        var count = 0;
        foreach (var crossing in byNode.OrderBy(group => group.Key))
        {
            var columns = crossing.Where(piece => !piece.IsRow && IsMain(piece.Line)).ToList();
            var rows = crossing.Where(piece => piece.IsRow && IsMain(piece.Line)).ToList();
            if (columns.Count < 2 || rows.Count < 2)
                continue;
            count++;
            // Coming north along the column that ends here, left is the row that ends here, too.
            var from = columns.First(piece => piece.Last == crossing.Key || piece.First == crossing.Key);
            if (count % 3 == 0 && columns.FirstOrDefault(piece => piece.Last == crossing.Key).Way is > 0 and var north && rows.FirstOrDefault(piece => piece.Last == crossing.Key).Way is > 0 and var west)
                sheet.Restriction("no_left_turn", north, crossing.Key, west);
            else if (count % 5 == 0)
                sheet.Restriction("no_u_turn", from.Way, crossing.Key, from.Way);
        }
    }
}
