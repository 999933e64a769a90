using System.Text.RegularExpressions;

namespace Dispatch.Architecture.Tests;

public sealed partial class SourceTests
{
    private static readonly string[] Roots = ["src", "maps", "loadtests"];

    [Fact]
    public void No_file_of_the_product_is_a_stub() =>
        Assert.Empty(Sources().Where(file => Stub().IsMatch(File.ReadAllText(file))).Select(Short));

    [Fact]
    public void No_file_grows_beyond_what_one_idea_needs() =>
        Assert.Empty(Sources().Where(file => File.ReadLines(file).Count() > 500).Select(Short));

    [Fact]
    public void No_type_is_called_manager_helper_or_util() =>
        Assert.Empty(Sources().Where(file => Vague().IsMatch(Path.GetFileNameWithoutExtension(file))).Select(Short));

    [Fact]
    public void Every_room_has_a_readme_of_one_screen()
    {
        foreach (var room in Directory.GetDirectories(Repository.Path("src"), "Dispatch.*"))
        {
            var readme = Path.Combine(room, "README.md");
            Assert.True(File.Exists(readme), $"{Path.GetFileName(room)} has no README.md");
            Assert.InRange(File.ReadLines(readme).Count(), 4, 60);
        }
    }

    private static IEnumerable<string> Sources() =>
        Roots.Select(root => Repository.Path(root))
            .Where(Directory.Exists)
            .SelectMany(root => Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".ts" or ".tsx")
            .Where(file => !Outside().IsMatch(Short(file)) && !file.EndsWith("generated.ts", StringComparison.Ordinal));

    private static string Short(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');

    [GeneratedRegex("NotImplementedException|Thread\\.Sleep|\\bTODO\\b|\\bFIXME\\b")]
    private static partial Regex Stub();

    [GeneratedRegex("Manager|Helper|Util(s|ity|ities)?$")]
    private static partial Regex Vague();

    [GeneratedRegex("(^|/)(bin|obj|node_modules|dist)/")]
    private static partial Regex Outside();
}
