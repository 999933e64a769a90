using Dispatch.Roads.Prepared;

namespace Dispatch.Roads.Tiles;

/// <summary>Finds the boxes that touch a box: a tree laid out flat, sixteen boxes to a node.</summary>
/// <remarks>
/// Kamel and Faloutsos, "On Packing R-trees" (1993), by Morton order of the middles. Its size does not depend on how large the boxes
/// are, so one feature across the whole earth costs no more than a house.
/// </remarks>
internal sealed class BoxTree
{
    private const int PerNode = 16;

    private readonly string name;
    private readonly int[] items; // by place in the lowest level
    private readonly int[] boxes; // west, north, east, south by box: all levels, the lowest first
    private readonly int[] firstOfLevel; // one more at the end

    private BoxTree(string name, int[] items, int[] boxes)
    {
        this.name = name;
        this.items = items;
        this.boxes = boxes;
        firstOfLevel = Levels(items.Length);
    }

    /// <summary>A tree of the given items.</summary>
    /// <param name="name">Of its sections in the prepared file.</param>
    /// <param name="items">Numbers by which they are found.</param>
    /// <param name="boxOf">West, north, east, south by item's number.</param>
    public static BoxTree Build(string name, int[] items, Func<int, (int West, int North, int East, int South)> boxOf)
    {
        var keys = Array.ConvertAll(items, item => Morton(boxOf(item)));
        Array.Sort(keys, items);
        var levels = Levels(items.Length);
        var boxes = new int[4 * levels[^1]];
        for (var i = 0; i < items.Length; i++)
            (boxes[4 * i], boxes[4 * i + 1], boxes[4 * i + 2], boxes[4 * i + 3]) = boxOf(items[i]);
        for (var level = 1; level + 1 < levels.Length; level++)
        {
            for (var node = levels[level]; node < levels[level + 1]; node++)
            {
                var first = levels[level - 1] + (node - levels[level]) * PerNode;
                var end = Math.Min(first + PerNode, levels[level]);
                boxes.AsSpan(4 * first, 4).CopyTo(boxes.AsSpan(4 * node));
                for (var child = first + 1; child < end; child++)
                {
                    boxes[4 * node] = Math.Min(boxes[4 * node], boxes[4 * child]);
                    boxes[4 * node + 1] = Math.Min(boxes[4 * node + 1], boxes[4 * child + 1]);
                    boxes[4 * node + 2] = Math.Max(boxes[4 * node + 2], boxes[4 * child + 2]);
                    boxes[4 * node + 3] = Math.Max(boxes[4 * node + 3], boxes[4 * child + 3]);
                }
            }
        }

        return new BoxTree(name, items, boxes);
    }

    public void Save(PreparedFileWriter writer)
    {
        writer.Add(name + ".items", items);
        writer.Add(name + ".boxes", boxes);
    }

    /// <exception cref="MapException">The sections are missing, damaged or do not fit each other.</exception>
    public static BoxTree Load(PreparedFile file, string name)
    {
        var (items, boxes) = (file.Read<int>(name + ".items"), file.Read<int>(name + ".boxes"));
        return boxes.Length == 4 * Levels(items.Length)[^1]
            ? new BoxTree(name, items, boxes)
            : throw new MapException("The prepared map is damaged (tree); delete it, and it is made again.");
    }

    /// <summary>Adds the items whose box touches the given one, in no order.</summary>
    public void Find(long west, long north, long east, long south, List<int> found)
    {
        if (items.Length > 0)
            Find(firstOfLevel.Length - 2, 0, west, north, east, south, found);
    }

    private void Find(int level, int node, long west, long north, long east, long south, List<int> found)
    {
        var box = 4 * (firstOfLevel[level] + node);
        if (boxes[box] > east || boxes[box + 1] > south || boxes[box + 2] < west || boxes[box + 3] < north)
            return;
        if (level == 0)
        {
            found.Add(items[node]);
            return;
        }

        var end = Math.Min((node + 1) * PerNode, firstOfLevel[level] - firstOfLevel[level - 1]);
        for (var child = node * PerNode; child < end; child++)
            Find(level - 1, child, west, north, east, south, found);
    }

    private static int[] Levels(int count)
    {
        var firsts = new List<int> { 0, count };
        for (var size = count; size > 1;)
        {
            size = (size + PerNode - 1) / PerNode;
            firsts.Add(firsts[^1] + size);
        }

        return [.. firsts];
    }

    private static ulong Morton((int West, int North, int East, int South) box) =>
        Spread((uint)(((long)box.West + box.East) / 2)) | (Spread((uint)(((long)box.North + box.South) / 2)) << 1);

    private static ulong Spread(ulong bits)
    {
        bits = (bits | (bits << 16)) & 0x0000FFFF0000FFFF;
        bits = (bits | (bits << 8)) & 0x00FF00FF00FF00FF;
        bits = (bits | (bits << 4)) & 0x0F0F0F0F0F0F0F0F;
        bits = (bits | (bits << 2)) & 0x3333333333333333;
        return (bits | (bits << 1)) & 0x5555555555555555;
    }
}
