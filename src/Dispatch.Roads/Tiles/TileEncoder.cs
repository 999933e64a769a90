using System.Text;

namespace Dispatch.Roads.Tiles;

/// <summary>Writes one tile. Mapbox Vector Tile specification 2.1: layers of features with shared keys and values.</summary>
internal sealed class TileEncoder
{
    /// <summary>Units across a tile.</summary>
    public const int Extent = 4096;

    private readonly SortedDictionary<TileLayer, Layer> layers = [];

    /// <summary>Adds a feature; parts are in tile units, rings closed by themselves.</summary>
    public void Add(TileLayer layer, TileGeometry geometry, IReadOnlyList<List<(int X, int Y)>> parts, ReadOnlySpan<(string Key, string Value)> attributes)
    {
        if (!layers.TryGetValue(layer, out var target))
            layers[layer] = target = new Layer();
        target.Add(geometry, parts, attributes);
    }

    /// <summary>The tile; empty if nothing is in it.</summary>
    public byte[] ToBytes()
    {
        var tile = new Bytes();
        foreach (var (layer, content) in layers)
            tile.Message(3, content.ToBytes(layer.ToString().ToLowerInvariant()));
        return tile.ToArray();
    }

    private sealed class Layer
    {
        private readonly Dictionary<string, uint> keys = [];
        private readonly Dictionary<string, uint> values = [];
        private readonly Bytes features = new();

        public void Add(TileGeometry geometry, IReadOnlyList<List<(int X, int Y)>> parts, ReadOnlySpan<(string Key, string Value)> attributes)
        {
            var (tags, commands, feature) = (new Bytes(), new Bytes(), new Bytes());
            foreach (var (key, value) in attributes)
            {
                if (value.Length == 0)
                    continue;
                tags.Varint(Index(keys, key));
                tags.Varint(Index(values, value));
            }

            var (x, y) = (0, 0);
            foreach (var part in parts)
            {
                commands.Varint(1 | 1 << 3);
                Move(commands, part[0], ref x, ref y);
                if (part.Count > 1)
                {
                    commands.Varint(2u | (uint)(part.Count - 1) << 3);
                    for (var i = 1; i < part.Count; i++)
                        Move(commands, part[i], ref x, ref y);
                }

                if (geometry == TileGeometry.Polygon)
                    commands.Varint(7 | 1 << 3);
            }

            feature.Message(2, tags.ToArray());
            feature.Number(3, (uint)geometry);
            feature.Message(4, commands.ToArray());
            features.Message(2, feature.ToArray());
        }

        public byte[] ToBytes(string name)
        {
            var layer = new Bytes();
            layer.Number(15, 2);
            layer.Message(1, Encoding.UTF8.GetBytes(name));
            layer.Raw(features.ToArray());
            foreach (var key in keys.Keys)
                layer.Message(3, Encoding.UTF8.GetBytes(key));
            foreach (var value in values.Keys)
            {
                var text = new Bytes();
                text.Message(1, Encoding.UTF8.GetBytes(value));
                layer.Message(4, text.ToArray());
            }

            layer.Number(5, Extent);
            return layer.ToArray();
        }

        private static void Move(Bytes commands, (int X, int Y) point, ref int x, ref int y)
        {
            commands.Varint(ZigZag(point.X - x));
            commands.Varint(ZigZag(point.Y - y));
            (x, y) = point;
        }

        private static uint Index(Dictionary<string, uint> known, string text)
        {
            if (!known.TryGetValue(text, out var index))
                known[text] = index = (uint)known.Count;
            return index;
        }

        private static uint ZigZag(int value) => (uint)(value << 1 ^ value >> 31);
    }

    /// <summary>Protocol buffer fields, one after the other.</summary>
    private sealed class Bytes
    {
        private readonly System.Buffers.ArrayBufferWriter<byte> written = new();

        public void Varint(uint value)
        {
            var room = written.GetSpan(5);
            var used = 0;
            for (; value >= 0x80; value >>= 7)
                room[used++] = (byte)(value | 0x80);
            room[used++] = (byte)value;
            written.Advance(used);
        }

        public void Number(int field, uint value)
        {
            Varint((uint)field << 3);
            Varint(value);
        }

        public void Message(int field, ReadOnlySpan<byte> content)
        {
            Varint((uint)field << 3 | 2);
            Varint((uint)content.Length);
            Raw(content);
        }

        public void Raw(ReadOnlySpan<byte> content) => System.Buffers.BuffersExtensions.Write(written, content);

        public byte[] ToArray() => written.WrittenSpan.ToArray();
    }
}
