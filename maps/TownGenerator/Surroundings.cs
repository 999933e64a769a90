namespace Dispatch.Maps.TownGenerator;

/// <summary>The ring road with its two carriageways, the roads out, and the villages.</summary>
internal static class Surroundings
{
    private const int RingPoints = 96;
    private const double Apart = 17;

    public static void Draw(Sheet sheet, StreetGrid streets)
    {
        var (inner, outer) = (Ring(sheet, -Apart / 2), Ring(sheet, Apart / 2));
        // Driven on the right: the outer carriageway runs counter-clockwise, the inner one clockwise.
        sheet.Way([.. outer, outer[0]], ("highway", "trunk"), ("name", "Ring Road"), ("ref", "R1"), ("oneway", "yes"), ("maxspeed", "80"));
        sheet.Way([.. inner.Reverse(), inner[^1]], ("highway", "trunk"), ("name", "Ring Road"), ("ref", "R1"), ("oneway", "yes"), ("maxspeed", "80"));
        foreach (var (node, east, north, name) in streets.Ends)
        {
            var at = Nearest(east, north);
            sheet.Way([node, inner[at], outer[at]], ("highway", "secondary"), ("name", name), ("maxspeed", "50"));
        }

        for (var i = 0; i < Names.Villages.Length; i++)
            Village(sheet, streets, outer, Names.Villages[i], i);
    }

    private static long[] Ring(Sheet sheet, double off) =>
    [
        .. Ground.Ellipse(0, 0, Ground.RingEast + off, Ground.RingNorth + off, RingPoints).Select(place => sheet.Node(place.East, place.North)),
    ];

    private static int Nearest(double east, double north) =>
        Ground.Ellipse(0, 0, Ground.RingEast, Ground.RingNorth, RingPoints)
            .Select((place, i) => (i, Far: Math.Pow(place.East - east, 2) + Math.Pow(place.North - north, 2))).MinBy(pair => pair.Far).i;

    private static void Village(Sheet sheet, StreetGrid streets, long[] ring, string name, int number)
    {
        var angle = 2 * Math.PI * number / Names.Villages.Length + 0.35;
        var (east, north) = (4700 * Math.Cos(angle), 3900 * Math.Sin(angle));
        sheet.Node(east, north, ("place", "village"), ("name", name));
        sheet.Area(Ground.Ellipse(east, north, 420, 360, 18), ("landuse", "residential"));
        var nodes = new long[5, 5];
        var places = new (double East, double North)[5, 5];
        for (var c = 0; c < 5; c++)
        {
            for (var r = 0; r < 5; r++)
            {
                places[c, r] = Ground.Bend(east + (c - 2) * 130, north + (r - 2) * 118);
                nodes[c, r] = sheet.Node(places[c, r].East, places[c, r].North);
            }
        }

        for (var line = 0; line < 5; line++)
        {
            var (i, along, across) = (line, Names.OfColumn(100 + number * 5 + line, 2), Names.OfRow(100 + number * 5 + line, 2));
            sheet.Way(Enumerable.Range(0, 5).Select(r => nodes[i, r]), ("highway", "residential"), ("name", along));
            sheet.Way(Enumerable.Range(0, 5).Select(c => nodes[c, i]), ("highway", line == 2 ? "tertiary" : "residential"), ("name", across));
            for (var k = 1; k < 5; k++)
            {
                streets.Segments.Add(new StreetPiece(along, places[i, k - 1], places[i, k], false));
                streets.Segments.Add(new StreetPiece(across, places[k - 1, i], places[k, i], false));
            }
        }

        var from = Nearest(east, north);
        var edge = Enumerable.Range(0, 5).SelectMany(c => Enumerable.Range(0, 5).Select(r => (c, r))).MinBy(p => places[p.c, p.r].East * places[p.c, p.r].East + places[p.c, p.r].North * places[p.c, p.r].North);
        var (ringEast, ringNorth) = Ground.Ellipse(0, 0, Ground.RingEast, Ground.RingNorth, RingPoints).ElementAt(from);
        var (endEast, endNorth) = places[edge.c, edge.r];
        var bends = Enumerable.Range(1, 6).Select(i => i / 7.0).Select(share => sheet.Node(
            ringEast + (endEast - ringEast) * share + 60 * Math.Sin(share * 9 + number), ringNorth + (endNorth - ringNorth) * share + 60 * Math.Cos(share * 7 + number)));
        sheet.Way([ring[from], .. bends, nodes[edge.c, edge.r]], ("highway", "tertiary"), ("name", $"{name} Road"), ("maxspeed", "70"));
    }
}
