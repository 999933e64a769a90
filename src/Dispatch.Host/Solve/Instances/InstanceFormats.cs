namespace Dispatch.Host.Solve.Instances;

/// <summary>The formats that can be read.</summary>
internal static class InstanceFormats
{
    /// <summary>Their names on the command line.</summary>
    public static readonly string[] Names = ["vrptw", "sdvrptw", "mdvrptw", "pcvrptw", "pdptw", "trsp", "hhcrsp", "kovacs", "euro", "live-day", "vroom"];

    /// <summary>Reads an instance.</summary>
    /// <exception cref="RefusedException">It is malformed; the sentence has the place in the file.</exception>
    public static Instance Read(SolveOptions options)
    {
        try
        {
            return options.Format switch
            {
                "vrptw" => SolomonFile.Read(options.InstanceFile, options.Convention == "hier"),
                "sdvrptw" or "mdvrptw" or "pcvrptw" or "euro" => VrplibFile.Read(options.InstanceFile, options.Format),
                "pdptw" => LiLimFile.Read(options.InstanceFile),
                "trsp" => TrspFile.Read(options.InstanceFile, options.ReleaseFile),
                "hhcrsp" => HomeCareFile.Read(options.InstanceFile),
                "kovacs" => KovacsFile.Read(options.InstanceFile, options.TechniciansFile),
                "live-day" => LiveDayFile.Read(options.InstanceFile),
                "vroom" => VroomFile.Read(options.InstanceFile, options.MapFile, options.KeepsRoutes),
                _ => throw new RefusedException($"There is no format '{options.Format}'; use {string.Join(", ", Names)}."),
            };
        }
        catch (ArgumentException error)
        {
            // What the planner's own check of a problem found, which no reader had.
            throw new RefusedException($"{Path.GetFileName(options.InstanceFile)}: {error.Message}");
        }
    }
}
