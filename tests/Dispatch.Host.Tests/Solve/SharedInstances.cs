namespace Dispatch.Host.Tests.Solve;

/// <summary>The published instances beside the checkout.</summary>
internal static class SharedInstances
{
    /// <summary>A file's path; skips the test where it is absent, and fails it where nothing may be skipped.</summary>
    public static string Require(string name)
    {
        var file = Path.Combine(Folder, name);
        if (!File.Exists(file) && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail($"The instance {name} is not beside the checkout; nothing may be skipped here.");
        Assert.SkipUnless(File.Exists(file), $"The instance {name} is not beside the checkout.");
        return file;
    }

    /// <summary>Where they lie.</summary>
    public static string Folder => Path.Combine(Environment.GetEnvironmentVariable("DISPATCH_SHARED") ?? Path.Combine(Root(), "..", "shared"), "benchmarks");

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
