using System.Net.Http.Json;
using System.Text.Json;
using Dispatch.Roads;

namespace Dispatch.Host.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("There is no command", "fly")]
    [InlineData("There is no time zone", "serve", "--time-zone", "Mars/Olympus")]
    [InlineData("--speed", "serve", "--speed", "9999")]
    [InlineData("--technicians", "serve", "--technicians", "0")]
    [InlineData("There is no map", "serve", "--map", "nowhere.osm.pbf")]
    [InlineData("There is no profile", "serve", "--profile", "nowhere.json")]
    [InlineData("loopback", "serve", "--urls", "http://0.0.0.0:0")]
    public async Task What_cannot_be_is_one_sentence_and_exit_code_2(string words, params string[] arguments)
    {
        using var folder = new Folder();
        var (code, errors) = await DispatchProcess.RunAsync([.. arguments, .. arguments[0] == "serve" ? (string[])["--data", folder.Path] : []]);
        Assert.Equal(2, code);
        Assert.Contains(words, errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n'));
    }

    [Fact]
    public async Task A_file_that_is_no_map_and_one_that_is_cut_short_are_told()
    {
        using var folder = new Folder();
        var text = Path.Combine(folder.Path, "text.osm.pbf");
        await File.WriteAllTextAsync(text, "this is no map at all, but a text");
        var cut = Path.Combine(folder.Path, "cut.osm.pbf");
        var whole = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "maps", "alderhaven.osm.pbf"));
        await File.WriteAllBytesAsync(cut, whole[..(whole.Length / 2)]);
        foreach (var map in (string[])[text, cut])
        {
            var (code, errors) = await DispatchProcess.RunAsync("serve", "--map", map, "--data", folder.Path);
            Assert.Equal(2, code);
            Assert.Single(errors.Split('\n'));
        }
    }

    [Fact]
    public async Task A_house_drives_by_the_profile_that_it_is_given()
    {
        using var folder = new Folder();
        var profile = Path.Combine(folder.Path, "van.json");
        await File.WriteAllTextAsync(profile, System.Text.RegularExpressions.Regex.Replace(VehicleProfile.DefaultText(), "(\"name\"\\s*:\\s*)\"[^\"]+\"", "$1\"another van\""));
        using var served = await DispatchProcess.ServeAsync("--data", folder.Path, "--no-demo", "--profile", profile);
        using var client = new HttpClient { BaseAddress = served.Url };
        var map = await client.GetFromJsonAsync<JsonElement>(new Uri("/api/map", UriKind.Relative));
        await served.KillAsync();
        using var other = RoadMap.Open(Path.Combine(AppContext.BaseDirectory, "maps", "alderhaven.osm.pbf"), Path.Combine(folder.Path, "other"));
        using var same = RoadMap.Open(Path.Combine(AppContext.BaseDirectory, "maps", "alderhaven.osm.pbf"), Path.Combine(folder.Path, "same"), VehicleProfile.Load(profile));
        Assert.Equal(same.Version, map.GetProperty("version").GetString());
        Assert.NotEqual(other.Version, same.Version);
    }

    [Fact]
    public async Task An_empty_house_says_that_an_administrator_comes_first_and_one_that_has_one_does_not()
    {
        using var folder = new Folder();
        using (var empty = await DispatchProcess.ServeAsync("--data", folder.Path, "--no-demo"))
        {
            Assert.Single(empty.Said, line => line.Contains("'dispatch admin create --user NAME' first", StringComparison.Ordinal));
            await empty.KillAsync();
        }

        var (code, said, errors) = await DispatchProcess.HearAsync("a long password", ["admin", "create", "--user", "ada", "--data", folder.Path]);
        Assert.Equal((0, "administrator ada can sign in"), (code, said.Split('\n')[^1]));
        Assert.Empty(errors);
        using var again = await DispatchProcess.ServeAsync("--data", folder.Path, "--no-demo");
        Assert.DoesNotContain(again.Said, line => line.Contains("admin create", StringComparison.Ordinal));
        await again.KillAsync();
    }

    [Fact]
    public async Task A_second_process_and_another_kind_of_data_are_turned_away()
    {
        using var folder = new Folder();
        using var first = await DispatchProcess.ServeAsync("--data", folder.Path, "--technicians", "1", "--visits", "2");
        var (code, errors) = await DispatchProcess.RunAsync("serve", "--data", folder.Path, "--urls", "http://127.0.0.1:0");
        Assert.Equal((2, true), (code, errors.Contains("Another process", StringComparison.Ordinal)));
        await first.KillAsync();

        var manifest = Directory.GetFiles(folder.Path, "manifest.json", SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(manifest, (await File.ReadAllTextAsync(manifest)).Replace("\"mapHash\": \"", "\"mapHash\": \"0", StringComparison.Ordinal));
        (code, errors) = await DispatchProcess.RunAsync("serve", "--data", folder.Path);
        Assert.Equal((2, true), (code, errors.Contains("another map", StringComparison.Ordinal)));
    }
}

/// <summary>A folder of its own, gone afterwards.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("dispatch-host-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
