namespace Dispatch.Roads.Tests;

/// <summary>Finds the real extracts that lie beside the repository; a test that needs one skips aloud without it.</summary>
internal static class RealMaps
{
    public static string File(string name)
    {
        var file = Path.Combine(Folder(), "maps", name + ".osm.pbf");
        if (System.IO.File.Exists(file))
            return file;

        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("CI") == "true",
            $"The map {name} is not in ../shared/maps beside the repository; put it there or set DISPATCH_SHARED.");
        throw new FileNotFoundException($"On CI the map {name} must be in ../shared/maps.");
    }

    private static string Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(at.FullName, "Dispatch.sln")))
            {
                var beside = Path.Combine(at.Parent!.FullName, "shared");
                if (Directory.Exists(beside))
                    return beside;
            }
        }

        return Environment.GetEnvironmentVariable("DISPATCH_SHARED") ?? "";
    }
}
