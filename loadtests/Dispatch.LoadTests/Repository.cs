namespace Dispatch.LoadTests;

/// <summary>The repository that the program was built in.</summary>
internal static class Repository
{
    /// <summary>Its folder, or the present one.</summary>
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Dispatch.sln")))
                return folder.FullName;
        }

        return Environment.CurrentDirectory;
    }
}
