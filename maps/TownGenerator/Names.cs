namespace Dispatch.Maps.TownGenerator;

/// <summary>Names of an invented town: trees, trades and birds, as old towns have them.</summary>
internal static class Names
{
    private static readonly string[] Stems =
    [
        "Alder", "Anchor", "Ash", "Baker", "Barley", "Beacon", "Beech", "Bell", "Birch", "Bittern", "Bramble", "Brewer", "Candle", "Canon", "Cedar", "Chandler",
        "Chapel", "Cherry", "Clover", "Cooper", "Copper", "Crane", "Curlew", "Dyer", "Elder", "Elm", "Falcon", "Fern", "Ferry", "Finch", "Flint", "Foundry",
        "Fuller", "Garnet", "Glover", "Granary", "Harbour", "Harrow", "Hawthorn", "Hazel", "Heather", "Heron", "Hop", "Ivy", "Juniper", "Kestrel", "Kiln", "Lantern",
        "Larch", "Lark", "Lime", "Linden", "Mallow", "Maple", "Marten", "Mason", "Meadow", "Mercer", "Mill", "Millstone", "Nettle", "Oak", "Orchard", "Osprey",
        "Otter", "Pear", "Pine", "Plover", "Poplar", "Potter", "Quarry", "Quince", "Raven", "Reed", "Ropewalk", "Rowan", "Rush", "Saddler", "Saffron", "Sedge",
        "Shepherd", "Slate", "Sorrel", "Sparrow", "Spinner", "Starling", "Stone", "Swallow", "Swift", "Tanner", "Teal", "Thistle", "Thorn", "Tinker", "Vine", "Walnut",
        "Warren", "Weaver", "Wheelwright", "Willow", "Wren", "Yarrow", "Yew",
    ];

    private static readonly string[] Along = ["Street", "Lane", "Row", "Walk"];
    private static readonly string[] Across = ["Avenue", "Road", "Way", "Terrace"];

    /// <summary>Villages round the town.</summary>
    public static readonly string[] Villages = ["Nether Sedge", "Cranmoor", "Halewick", "Upper Flint", "Osterbridge", "Thornley"];

    /// <summary>Parts of the town.</summary>
    public static readonly string[] Suburbs = ["Old Town", "Eastbank", "Millfields", "Northgate", "Harbour End"];

    /// <summary>Name of a street that runs north and south.</summary>
    public static string OfColumn(int column, int part) => $"{Stem(column * 7 + part * 29)} {Along[Math.Abs(column + part) % Along.Length]}";

    /// <summary>Name of a street that runs east and west.</summary>
    public static string OfRow(int row, int part) => $"{Stem(row * 11 + 53 + part * 31)} {Across[Math.Abs(row + part) % Across.Length]}";

    private static string Stem(int index) => Stems[(index % Stems.Length + Stems.Length) % Stems.Length];
}
