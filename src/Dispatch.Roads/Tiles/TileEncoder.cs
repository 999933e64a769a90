using System.Text;

namespace Dispatch.Roads.Tiles;

/// <summary>Writes one tile. Mapbox Vector Tile specification 2.1: layers of features with shared keys and values.</summary>
internal sealed class TileEncoder
{
    /// <summary>Units across a tile.</summary>
    public const int Extent = 4096;

    private static readonly string[] LayerNames = [.. Enum.GetNames<TileLayer>().Select(name => name.ToLowerInvariant())];

    private readonly Layer?[] layers = new Layer?[LayerNames.Length];
    private readonly TileBytes tags = new();
    private readonly TileBytes commands = new();
    private readonly TileBytes feature = new();
    private Layer current = new();
    private int x;
    private int y;

    /// <summary>Begins a feature; parts and attributes follow, then <see cref="End"/>.</summary>
    public void Begin(TileLayer layer)
    {
        current = layers[(int)layer] ??= new Layer();
        tags.Clear();
        commands.Clear();
        (x, y) = (0, 0);
    }

    /// <summary>Adds a part in tile units; a ring closes by itself.</summary>
    public void Part(TileGeometry geometry, ReadOnlySpan<(int X, int Y)> part)
    {
        commands.Varint(1 | 1 << 3);
        Move(part[0]);
        if (part.Length > 1)
        {
            commands.Varint(2u | (uint)(part.Length - 1) << 3);
            foreach (var point in part[1..])
                Move(point);
        }

        if (geometry == TileGeometry.Polygon)
            commands.Varint(7 | 1 << 3);
    }

    /// <summary>Adds a text; an empty one is left out.</summary>
    public void Attribute(string key, string value)
    {
        if (value.Length == 0)
            return;

        tags.Varint(Index(current.Keys, key));
        tags.Varint(Index(current.Values, (value, -1)));
    }

    /// <summary>Adds a number, 0 or more.</summary>
    public void Attribute(string key, int value)
    {
        tags.Varint(Index(current.Keys, key));
        tags.Varint(Index(current.Values, ("", value)));
    }

    /// <summary>Ends the feature.</summary>
    public void End(TileGeometry geometry)
    {
        feature.Clear();
        feature.Message(2, tags.Written);
        feature.Number(3, (uint)geometry);
        feature.Message(4, commands.Written);
        current.Features.Message(2, feature.Written);
    }

    /// <summary>The tile; empty if nothing is in it.</summary>
    public byte[] ToBytes()
    {
        var (tile, content) = (new TileBytes(), new TileBytes());
        for (var i = 0; i < layers.Length; i++)
        {
            if (layers[i] is not { } layer)
                continue;

            content.Clear();
            layer.Write(content, LayerNames[i]);
            tile.Message(3, content.Written);
        }

        return tile.Written.ToArray();
    }

    private void Move((int X, int Y) point)
    {
        commands.Varint(ZigZag(point.X - x));
        commands.Varint(ZigZag(point.Y - y));
        (x, y) = point;
    }

    private static uint Index<T>(Dictionary<T, uint> known, T one) where T : notnull
    {
        if (!known.TryGetValue(one, out var index))
            known[one] = index = (uint)known.Count;
        return index;
    }

    private static uint ZigZag(int value) => (uint)(value << 1 ^ value >> 31);

    private sealed class Layer
    {
        public Dictionary<string, uint> Keys { get; } = [];

        public Dictionary<(string Text, int Number), uint> Values { get; } = [];

        public TileBytes Features { get; } = new();

        public void Write(TileBytes to, string name)
        {
            to.Number(15, 2);
            to.Message(1, Encoding.UTF8.GetBytes(name));
            to.Raw(Features.Written);
            foreach (var key in Keys.Keys)
                to.Message(3, Encoding.UTF8.GetBytes(key));

            var value = new TileBytes();
            foreach (var (text, number) in Values.Keys)
            {
                value.Clear();
                if (number < 0)
                    value.Message(1, Encoding.UTF8.GetBytes(text));
                else
                    value.Number(5, (uint)number);
                to.Message(4, value.Written);
            }

            to.Number(5, Extent);
        }
    }
}
