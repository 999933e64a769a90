using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Dispatch.Host.Roads;
using Dispatch.Roads;

namespace Dispatch.Host.Tests.Roads;

public sealed class RoadsCommandTests : IDisposable
{
    private readonly Folder folder = new();

    private static string Map => Path.Combine(AppContext.BaseDirectory, "maps", "alderhaven.osm.pbf");

    private string Prepared => Path.Combine(folder.Path, "town.roads");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_map_is_built_told_and_driven_on()
    {
        Assert.Equal(0, (await DispatchProcess.RunAsync("roads", "build", Map, "-o", Prepared)).ExitCode);
        var (code, said, _) = await DispatchProcess.HearAsync("roads", "info", Prepared);
        Assert.Equal(0, code);
        Assert.Contains("segments", said, StringComparison.Ordinal);
        var numbers = said.Split('\n').First(line => line.StartsWith("bounds", StringComparison.Ordinal)).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => double.TryParse(word, CultureInfo.InvariantCulture, out _)).Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        var (latitude, longitude) = ((numbers[0] + numbers[2]) / 2, (numbers[1] + numbers[3]) / 2);
        string Place(double north, double east) => FormattableString.Invariant($"{latitude + north:0.0000},{longitude + east:0.0000}");

        (code, said, _) = await DispatchProcess.HearAsync("route", "--map", Prepared, "--from", Place(0, 0), "--to", Place(0.01, 0.01), "--at", "08:30", "--json");
        Assert.Equal(0, code);
        var route = JsonDocument.Parse(said).RootElement;
        Assert.True(route.GetProperty("metres").GetInt32() > 1000);
        Assert.True(route.GetProperty("steps").GetArrayLength() >= 2);

        var points = Path.Combine(folder.Path, "points.csv");
        await File.WriteAllLinesAsync(points, ["lat,lon", Place(0, 0), Place(0.01, 0.01), Place(-0.01, 0.005)]);
        var (csv, bin) = (Path.Combine(folder.Path, "table.csv"), Path.Combine(folder.Path, "table.bin"));
        (code, said, _) = await DispatchProcess.HearAsync("table", "--map", Prepared, "--points", points, "--out", csv, "--metres", bin, "--threads", "2", "--check", "9");
        Assert.Equal(0, code);
        Assert.Contains("0 of 9 pairs differ", said, StringComparison.Ordinal);
        Assert.All((string[])["load ", "snap ", "search "], word => Assert.Contains(word, said, StringComparison.Ordinal));
        var rows = (await File.ReadAllLinesAsync(csv)).Select(row => row.Split(',').Select(cell => int.Parse(cell, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        Assert.Equal(route.GetProperty("seconds").GetInt32(), rows[0][1]);
        var bytes = await File.ReadAllBytesAsync(bin);
        Assert.Equal((36, route.GetProperty("metres").GetInt32()), (bytes.Length, BitConverter.ToInt32(bytes, 4)));
    }

    [Fact]
    public async Task A_map_that_is_built_by_another_profile_is_another_one()
    {
        var slow = Path.Combine(folder.Path, "slow.json");
        var text = VehicleProfile.DefaultText();
        await File.WriteAllTextAsync(slow, System.Text.RegularExpressions.Regex.Replace(text, "(\"name\"\\s*:\\s*)\"[^\"]+\"", "$1\"slow van\""));
        Assert.Equal(0, (await DispatchProcess.RunAsync("roads", "build", Map, "-o", Prepared)).ExitCode);
        var other = Path.Combine(folder.Path, "other.roads");
        Assert.Equal(0, (await DispatchProcess.RunAsync("roads", "build", Map, "-o", other, "--profile", slow)).ExitCode);
        async Task<string> VersionAsync(string file) => (await DispatchProcess.HearAsync("roads", "info", file)).Said.Split('\n').First(line => line.StartsWith("version", StringComparison.Ordinal));
        Assert.NotEqual(await VersionAsync(Prepared), await VersionAsync(other));
    }

    [Theory]
    [InlineData("There is no map", "route", "--map", "nowhere.osm.pbf", "--from", "1,1", "--to", "2,2")]
    [InlineData("--from is latitude,longitude", "route", "--map", "{map}", "--from", "91,1", "--to", "2,2")]
    [InlineData("--to is latitude,longitude", "route", "--map", "{map}", "--from", "1,1", "--to", "here")]
    [InlineData("--at is a local time", "route", "--map", "{map}", "--from", "1,1", "--to", "2,2", "--at", "noon")]
    [InlineData("en or de", "route", "--map", "{map}", "--from", "1,1", "--to", "2,2", "--language", "xx")]
    [InlineData("say which with --at", "route", "--map", "{map}", "--from", "1,1", "--to", "2,2", "--speeds", "nowhere")]
    [InlineData("Learn them with", "route", "--map", "{map}", "--from", "1,1", "--to", "2,2", "--speeds", "nowhere", "--at", "08:30")]
    [InlineData("line 1: not time,latitude,longitude", "roads", "learn", "--map", "{map}", "--traces", "{bad}", "--speeds", "{folder}/s")]
    [InlineData("No road of the map is within", "route", "--map", "{map}", "--from", "1,1", "--to", "2,2")]
    [InlineData("cannot be read", "table", "--map", "{map}", "--points", "nowhere.csv", "--out", "{folder}/t.csv")]
    [InlineData("line 2: not latitude,longitude", "table", "--map", "{map}", "--points", "{bad}", "--out", "{folder}/t.csv")]
    [InlineData("line 1: no road", "table", "--map", "{map}", "--points", "{far}", "--out", "{folder}/t.csv")]
    [InlineData("ends in .csv or .bin", "table", "--map", "{map}", "--points", "{far}", "--out", "{folder}/t.txt")]
    [InlineData("no folder", "table", "--map", "{map}", "--points", "{far}", "--out", "{folder}/nowhere/t.csv")]
    [InlineData("--threads", "table", "--map", "{map}", "--points", "{far}", "--out", "{folder}/t.csv", "--threads", "0")]
    [InlineData("split the sources", "table", "--map", "{map}", "--points", "{many}", "--out", "{folder}/t.csv")]
    [InlineData("There is no map", "roads", "build", "nowhere.osm.pbf", "-o", "{folder}/x.roads")]
    [InlineData("There is no profile", "roads", "build", "{map}", "-o", "{folder}/x.roads", "--profile", "nowhere.json")]
    [InlineData("cannot be used", "roads", "build", "{map}", "-o", "{folder}/x.roads", "--profile", "{bad}")]
    [InlineData("would replace its extract", "roads", "build", "{map}", "-o", "{map}")]
    [InlineData("not an OpenStreetMap extract", "roads", "info", "{bad}")]
    [InlineData("--port", "roads", "serve", "--map", "{map}", "--port", "70000")]
    [InlineData("--address", "roads", "serve", "--map", "{map}", "--address", "somewhere")]
    public async Task What_cannot_be_is_one_sentence_that_says_what_to_do(string words, params string[] arguments)
    {
        var (bad, far, many) = (Path.Combine(folder.Path, "bad.csv"), Path.Combine(folder.Path, "far.csv"), Path.Combine(folder.Path, "many.csv"));
        await File.WriteAllTextAsync(bad, "1,1\nx,y\n");
        await File.WriteAllTextAsync(far, "1,1\n2,2\n");
        await File.WriteAllLinesAsync(many, Enumerable.Repeat("1,1", 100_000));
        string[] given = [.. arguments.Select(argument => argument
            .Replace("{map}", Map, StringComparison.Ordinal).Replace("{folder}", folder.Path, StringComparison.Ordinal)
            .Replace("{bad}", bad, StringComparison.Ordinal).Replace("{far}", far, StringComparison.Ordinal).Replace("{many}", many, StringComparison.Ordinal))];
        var root = new RootCommand { RoadsCommand.Make(), RouteCommand.Make(), TableCommand.Make() };
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => root.Parse(given).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
        var sentence = Refusal.Sentence(refused);
        Assert.Contains(words, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', sentence!);
        Assert.Empty(Directory.GetFiles(folder.Path, "*.part"));
    }

    [Fact]
    public async Task A_prepared_map_that_is_damaged_is_told()
    {
        Assert.Equal(0, (await DispatchProcess.RunAsync("roads", "build", Map, "-o", Prepared)).ExitCode);
        var bytes = await File.ReadAllBytesAsync(Prepared);
        foreach (var at in (int[])[20, 100, bytes.Length / 2, bytes.Length - 5])
        {
            var damaged = bytes.ToArray();
            damaged[at] ^= 0x10;
            await File.WriteAllBytesAsync(Prepared, damaged);
            var (code, errors) = await DispatchProcess.RunAsync("roads", "info", Prepared);
            Assert.Equal((2, true), (code, errors.Contains("damaged", StringComparison.Ordinal)));
        }
    }
}
