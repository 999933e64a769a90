using Dispatch.Maps.TownGenerator;

if (args.Length != 1)
{
    await Console.Error.WriteLineAsync("Say where to write the town: TownGenerator FILE.osm.pbf");
    return 2;
}

await File.WriteAllBytesAsync(args[0], Town.Make());
return 0;
