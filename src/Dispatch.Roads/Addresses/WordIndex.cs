using Dispatch.Roads.Prepared;

namespace Dispatch.Roads.Addresses;

/// <summary>Finds names by their words: sorted words, each with the names in which it stands, as flat arrays.</summary>
internal sealed class WordIndex
{
    private const float ContextCost = 0.2f; // a word of the town, not of the name itself
    private const float UnfinishedCost = 0.15f;
    private const float LetterCost = 0.03f;
    private const float SlipCost = 0.8f;

    private readonly string[] words;
    private readonly int[] first; // by word: where its postings begin; one more at the end
    private readonly int[] postings; // 2 × name, and 1 more when the word is of the context only
    private readonly byte[] wordCounts; // by name

    private WordIndex(string[] words, int[] first, int[] postings, byte[] wordCounts) =>
        (this.words, this.first, this.postings, this.wordCounts) = (words, first, postings, wordCounts);

    /// <summary>How many names there are.</summary>
    public int NameCount => wordCounts.Length;

    /// <summary>Makes the index and writes its sections.</summary>
    public static void Write(PreparedFileWriter writer, IReadOnlyList<(string Name, string Context)> names)
    {
        var byWord = new SortedDictionary<string, SortedSet<int>>(StringComparer.Ordinal);
        var counts = new byte[names.Count];
        for (var i = 0; i < names.Count; i++)
        {
            var own = Words.Split(names[i].Name);
            counts[i] = (byte)Math.Min(own.Count, byte.MaxValue);
            foreach (var word in own)
                Note(word, 2 * i);
            foreach (var word in Words.Split(names[i].Context))
                Note(word, 2 * i + 1);
        }

        writer.AddText("addresses.words", [.. byWord.Keys]);
        writer.Add("addresses.words.first", (int[])[0, .. byWord.Values.Select(Running())]);
        writer.Add("addresses.words.postings", [.. byWord.Values.SelectMany(set => set)]);
        writer.Add("addresses.words.counts", counts);

        void Note(string word, int posting)
        {
            Add(word, posting);
            if (Words.Canonical(word) is var canonical && canonical != word)
                Add(canonical, posting);
        }

        void Add(string word, int posting)
        {
            if (!byWord.TryGetValue(word, out var set))
                byWord[word] = set = [];
            set.Add(posting);
        }

        static Func<SortedSet<int>, int> Running()
        {
            var sum = 0;
            return set => sum += set.Count;
        }
    }

    public static WordIndex Load(PreparedFile file) => new(
        file.ReadText("addresses.words"), file.Read<int>("addresses.words.first"), file.Read<int>("addresses.words.postings"),
        file.Read<byte>("addresses.words.counts"));

    /// <summary>Names in which every typed word is found, with a cost: 0 when all stand there as typed.</summary>
    /// <param name="typed">The words, the last one perhaps not finished.</param>
    /// <param name="forgiving">Whether slips of the finger are forgiven: one in a word of four letters or more, two from eight on.</param>
    public List<(int Name, float Cost)> Find(IReadOnlyList<string> typed, bool forgiving)
    {
        var (sums, found) = (new float[NameCount], new byte[NameCount]);
        var (costs, touched) = (new float[NameCount], new List<int>());
        for (var i = 0; i < typed.Count; i++)
        {
            Match(typed[i], forgiving, costs, touched);
            foreach (var name in touched)
            {
                if (found[name] == i)
                    (found[name], sums[name]) = ((byte)(i + 1), sums[name] + costs[name] - 1);
                costs[name] = 0;
            }

            if (i < typed.Count - 1)
                touched.Clear();
        }

        // Whoever holds all words was touched by the last of them.
        var result = new List<(int, float)>();
        foreach (var name in touched)
        {
            if (found[name] == typed.Count)
                result.Add((name, sums[name] + 0.1f * Math.Max(0, wordCounts[name] - typed.Count)));
        }

        return result;
    }

    /// <summary>Notes for every name that holds the word 1 more than its least cost; the names are listed.</summary>
    private void Match(string typed, bool forgiving, float[] costs, List<int> touched)
    {
        AddBeginnings(typed, costs, touched);
        if (Words.WithoutUmlauts(typed) is var other && other != typed)
            AddBeginnings(other, costs, touched);
        if (Words.Canonical(typed) is var canonical && canonical != typed && Array.BinarySearch(words, canonical, StringComparer.Ordinal) is >= 0 and var exact)
            Add(exact, 0, costs, touched);
        if (!forgiving || typed.Length < 4 || typed.Any(char.IsAsciiDigit))
            return;

        var most = typed.Length < 8 ? 1 : 2;
        for (var word = 0; word < words.Length; word++)
        {
            if (Slips.Count(typed, words[word], most) is var slips && slips > 0 && slips <= most)
                Add(word, slips * SlipCost + LetterCost * Math.Max(0, words[word].Length - typed.Length), costs, touched);
        }
    }

    private void AddBeginnings(string typed, float[] costs, List<int> touched)
    {
        var word = Array.BinarySearch(words, typed, StringComparer.Ordinal);
        for (word = word < 0 ? ~word : word; word < words.Length && words[word].StartsWith(typed, StringComparison.Ordinal); word++)
        {
            var left = words[word].Length - typed.Length;
            Add(word, left == 0 ? 0 : UnfinishedCost + Math.Min(0.4f, LetterCost * left), costs, touched);
        }
    }

    private void Add(int word, float cost, float[] costs, List<int> touched)
    {
        for (var i = first[word]; i < first[word + 1]; i++)
        {
            var (name, all) = (postings[i] >> 1, 1 + cost + ((postings[i] & 1) != 0 ? ContextCost : 0));
            if (costs[name] == 0)
                touched.Add(name);
            if (costs[name] == 0 || all < costs[name])
                costs[name] = all;
        }
    }
}
