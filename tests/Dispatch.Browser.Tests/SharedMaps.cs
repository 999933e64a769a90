namespace Dispatch.Browser.Tests;

/// <summary>The real extracts beside the checkout.</summary>
internal static class SharedMaps
{
    /// <summary>An extract's path; skips the test where it is absent, and fails it where nothing may be skipped.</summary>
    public static string Require(string name)
    {
        var folder = Environment.GetEnvironmentVariable("DISPATCH_SHARED") ?? Path.Combine(Root(), "..", "shared");
        var file = Path.Combine(folder, "maps", name);
        if (!File.Exists(file) && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail($"The extract {name} is not beside the checkout; nothing may be skipped here.");
        Assert.SkipUnless(File.Exists(file), $"The extract {name} is not beside the checkout.");
        return file;
    }

    /// <summary>The apps as the build has made them.</summary>
    public static string Apps => Path.Combine(Root(), "src", "apps", "dist");

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Dispatch.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside of a checkout.");
    }
}
