namespace Dispatch.Maps.TownGenerator;

/// <summary>Draws the town: always the same, to the byte.</summary>
public static class Town
{
    /// <summary>The map as .osm.pbf.</summary>
    public static byte[] Make()
    {
        var sheet = new Sheet();
        Country.Draw(sheet);
        var streets = new StreetGrid(sheet);
        streets.Draw();
        Surroundings.Draw(sheet, streets);
        Buildings.Draw(sheet, streets.Segments);
        return sheet.ToBytes();
    }
}
