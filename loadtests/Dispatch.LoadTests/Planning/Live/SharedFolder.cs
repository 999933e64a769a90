namespace Dispatch.LoadTests.Planning.Live;

/// <summary>Where the measuring data lie: beside the checkout, or where DISPATCH_SHARED points.</summary>
internal static class SharedFolder
{
    /// <summary>The folder of the planner's instances.</summary>
    public static string Instances => Path.Combine(Environment.GetEnvironmentVariable("DISPATCH_SHARED") ?? Path.Combine(Root(), "..", "shared"), "benchmarks");

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Dispatch.sln")))
                return folder.FullName;
        }

        return Environment.CurrentDirectory;
    }
}
