namespace Dispatch.Maps.TownGenerator;

/// <summary>Houses along the streets, most of them with a number.</summary>
internal static class Buildings
{
    private const double Every = 33;
    private const double Off = 17;

    public static void Draw(Sheet sheet, List<StreetPiece> streets)
    {
        var random = new Random(1848);
        var numbers = new Dictionary<string, int>();
        foreach (var piece in streets)
        {
            var (east, north) = (piece.To.East - piece.From.East, piece.To.North - piece.From.North);
            var length = Math.Sqrt(east * east + north * north);
            var (alongEast, alongNorth) = (east / length, north / length);
            for (var walked = 26.0; walked < length - 22; walked += Every)
            {
                foreach (var side in (int[])[-1, 1])
                {
                    var number = numbers[piece.Name] = numbers.GetValueOrDefault(piece.Name) + 1;
                    if (random.NextDouble() > (piece.IsMain ? 0.62 : 0.5))
                        continue;
                    var (wide, deep) = (8 + random.Next(9), 8 + random.Next(6));
                    var away = side * (Off + deep / 2.0);
                    var middle = (East: piece.From.East + alongEast * walked - alongNorth * away, North: piece.From.North + alongNorth * walked + alongEast * away);
                    (double East, double North) Corner(double a, double b) => (middle.East + alongEast * a - alongNorth * b, middle.North + alongNorth * a + alongEast * b);
                    var corners = new[] { Corner(-wide / 2.0, -deep / 2.0), Corner(wide / 2.0, -deep / 2.0), Corner(wide / 2.0, deep / 2.0), Corner(-wide / 2.0, deep / 2.0) };
                    if (random.NextDouble() < 0.55)
                        sheet.Area(corners, ("building", "yes"), ("addr:housenumber", $"{number}"), ("addr:street", piece.Name), ("addr:city", "Alderhaven"));
                    else
                        sheet.Area(corners, ("building", "yes"));
                }
            }
        }
    }
}
