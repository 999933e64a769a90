using System.Text;

namespace Dispatch.Roads.Tests.Tiles;

/// <summary>A feature as a client of tiles reads it; parts in tile units, rings not closed.</summary>
internal sealed record ReadFeature(string Layer, int Geometry, IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<List<(int X, int Y)>> Parts)
{
    public string Class => Attributes.GetValueOrDefault("class", "");

    public string Name => Attributes.GetValueOrDefault("name", "");
}

/// <summary>Reads a vector tile by the letter of Mapbox's specification 2.1, and throws at whatever it does not allow.</summary>
internal static class ReadTile
{
    public static List<ReadFeature> Read(byte[] tile)
    {
        var features = new List<ReadFeature>();
        foreach (var (field, layer, _) in Fields(tile))
        {
            Assert.Equal(3, field);
            ReadLayer(layer, features);
        }

        return features;
    }

    private static void ReadLayer(byte[] bytes, List<ReadFeature> features)
    {
        var fields = Fields(bytes).ToList();
        var name = Encoding.UTF8.GetString(fields.Single(field => field.Field == 1).Bytes);
        Assert.Equal(2UL, fields.Single(field => field.Field == 15).Number);
        Assert.Equal(4096UL, fields.Single(field => field.Field == 5).Number);
        var keys = fields.Where(field => field.Field == 3).Select(field => Encoding.UTF8.GetString(field.Bytes)).ToList();
        var values = fields.Where(field => field.Field == 4).Select(field => Value(field.Bytes)).ToList();
        foreach (var (_, feature, _) in fields.Where(field => field.Field == 2))
        {
            var parts = Fields(feature).ToList();
            var geometry = (int)parts.Single(part => part.Field == 3).Number;
            var tags = Varints(parts.Single(part => part.Field == 2).Bytes).ToList();
            Assert.True(tags.Count % 2 == 0);
            var attributes = Enumerable.Range(0, tags.Count / 2).ToDictionary(i => keys[(int)tags[2 * i]], i => values[(int)tags[2 * i + 1]]);
            features.Add(new ReadFeature(name, geometry, attributes, Geometry(parts.Single(part => part.Field == 4).Bytes, geometry)));
        }
    }

    private static string Value(byte[] bytes)
    {
        var (field, text, number) = Fields(bytes).Single();
        return field == 1 ? Encoding.UTF8.GetString(text) : $"{number}";
    }

    private static List<List<(int X, int Y)>> Geometry(byte[] bytes, int geometry)
    {
        var commands = Varints(bytes).ToList();
        var parts = new List<List<(int X, int Y)>>();
        var (x, y) = (0, 0);
        for (var i = 0; i < commands.Count;)
        {
            var (id, count) = (commands[i] & 7, (int)(commands[i] >> 3));
            i++;
            if (id == 7)
            {
                Assert.Equal((3, 1), (geometry, count));
                continue;
            }

            if (id == 1)
                parts.Add([]);
            Assert.True(id is 1 or 2 && count > 0);
            for (; count > 0; count--, i += 2)
            {
                (x, y) = (x + Unzigzag(commands[i]), y + Unzigzag(commands[i + 1]));
                parts[^1].Add((x, y));
            }
        }

        Assert.All(parts, part => Assert.True(part.Count >= geometry));
        return parts;
    }

    private static int Unzigzag(ulong raw) => (int)(raw >> 1) ^ -(int)(raw & 1);

    private static IEnumerable<ulong> Varints(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length;)
            yield return Varint(bytes, ref at);
    }

    private static IEnumerable<(int Field, byte[] Bytes, ulong Number)> Fields(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var key = Varint(bytes, ref at);
            if ((key & 7) == 0)
            {
                yield return ((int)(key >> 3), [], Varint(bytes, ref at));
                continue;
            }

            Assert.Equal(2UL, key & 7);
            var length = (int)Varint(bytes, ref at);
            yield return ((int)(key >> 3), bytes[at..(at + length)], 0);
            at += length;
        }
    }

    private static ulong Varint(byte[] bytes, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            value |= (ulong)(bytes[at] & 0x7F) << shift;
            if (bytes[at++] < 0x80)
                return value;
        }
    }
}
