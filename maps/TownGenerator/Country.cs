namespace Dispatch.Maps.TownGenerator;

/// <summary>What lies under the streets: land use, water, parks, woods, the railway, names of places.</summary>
internal static class Country
{
    public static void Draw(Sheet sheet)
    {
        sheet.Area(Ground.Ellipse(0, 0, Ground.TownEast + 90, Ground.TownNorth + 90, 60), ("landuse", "residential"));
        sheet.Area(Ground.Ellipse(1950, -1050, 480, 420, 24), ("landuse", "industrial"));
        foreach (var park in Ground.Parks)
            sheet.Area(Ground.Ellipse(park.East, park.North, park.HalfEast - 15, park.HalfNorth - 15, 28), ("leisure", "park"), ("name", park.Name));
        var lake = Ground.Lake;
        sheet.Area(Ground.Ellipse(lake.East, lake.North, lake.HalfEast, lake.HalfNorth, 36), ("natural", "water"), ("name", lake.Name));
        River(sheet);
        foreach (var (east, north, half) in new[] { (-4300.0, 2500.0, 900.0), (4500, 2300, 1000), (4300, -2600, 800), (-4400, -2300, 1000), (-500, 4200, 700), (900, -4100, 600) })
            sheet.Area(Ground.Ellipse(east, north, half, half * 0.7, 22), ("natural", "wood"));
        for (var field = 0; field < 26; field++)
        {
            var angle = field * 2.399963;
            var distance = 3600 + field * 97 % 1900;
            sheet.Area(Ground.Ellipse(distance * Math.Cos(angle), distance * Math.Sin(angle) * 0.85, 190 + field * 37 % 120, 130 + field * 53 % 90, 7), ("landuse", "meadow"));
        }

        Railway(sheet);
        sheet.Node(-150, 60, ("place", "town"), ("name", "Alderhaven"), ("population", "61000"));
        var suburbs = new[] { (-350.0, -240.0), (1350.0, 150.0), (-1500.0, 250.0), (-250.0, 1450.0), (1250.0, -1350.0) };
        for (var i = 0; i < suburbs.Length; i++)
            sheet.Node(suburbs[i].Item1, suburbs[i].Item2, ("place", "suburb"), ("name", Names.Suburbs[i]));
    }

    private static void River(Sheet sheet)
    {
        double[] heights = [.. Enumerable.Range(0, 61).Select(i => -5400.0 + i * 180)];
        var west = heights.Select(north => (Ground.RiverEast(north) - Ground.RiverHalf, north));
        var east = heights.Reverse().Select(north => (Ground.RiverEast(north) + Ground.RiverHalf, north));
        sheet.Area(west.Concat(east), ("natural", "water"), ("water", "river"), ("name", "River Alder"));
        sheet.Way(heights.Select(north => sheet.Node(Ground.RiverEast(north), north)), ("waterway", "river"), ("name", "River Alder"));
    }

    private static void Railway(Sheet sheet)
    {
        var line = Enumerable.Range(0, 45).Select(i => -5500.0 + i * 250).Select(east => sheet.Node(east, 1720 + 260 * Math.Sin(east / 1900)));
        sheet.Way(line, ("railway", "rail"), ("bridge", "yes"), ("layer", "1"));
    }
}
