namespace Dispatch.Roads.Import;

/// <summary>Keys and values of one element; valid as long as the element is.</summary>
public readonly ref struct OsmTags
{
    private readonly string[] texts;
    private readonly ReadOnlySpan<int> pairs; // key, value, key, value …: places in texts

    internal OsmTags(string[] texts, ReadOnlySpan<int> pairs)
    {
        this.texts = texts;
        this.pairs = pairs;
    }

    /// <summary>How many tags there are.</summary>
    public int Count => pairs.Length / 2;

    /// <summary>The value of <paramref name="key"/>, or null.</summary>
    public string? this[string key]
    {
        get
        {
            for (var i = 0; i < pairs.Length; i += 2)
            {
                if (texts[pairs[i]] == key)
                    return texts[pairs[i + 1]];
            }

            return null;
        }
    }

    /// <summary>Key of the tag at <paramref name="index"/>, from 0.</summary>
    public string Key(int index) => texts[pairs[2 * index]];

    /// <summary>Value of the tag at <paramref name="index"/>, from 0.</summary>
    public string Value(int index) => texts[pairs[2 * index + 1]];
}
