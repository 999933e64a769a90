using System.CommandLine;
using Dispatch.Host.Roads;

namespace Dispatch.Host.Serving;

/// <summary>"dispatch serve": runs the house.</summary>
internal static class ServeCommand
{
    public static Command Make(string name)
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen.", DefaultValueFactory = _ => ServeOptions.Default.Urls };
        var data = new Option<string>("--data") { Description = "Folder of the data.", DefaultValueFactory = _ => ServeOptions.Default.DataFolder };
        var map = new Option<string?>("--map") { Description = "An OpenStreetMap extract, .osm.pbf; otherwise the built-in map." };
        var profile = MapOption.MakeProfile();
        var zone = new Option<string?>("--time-zone") { Description = "IANA time zone; otherwise that of the map's place." };
        var speed = new Option<double?>("--speed") { Description = "Speed of the demo's clock, 0 to 600." };
        var technicians = new Option<int>("--technicians") { Description = "Technicians of the demo.", DefaultValueFactory = _ => ServeOptions.Default.Technicians };
        var visits = new Option<int>("--visits") { Description = "Visits a day of the demo.", DefaultValueFactory = _ => ServeOptions.Default.Visits };
        var seed = new Option<int>("--seed") { Description = "Names the demo day.", DefaultValueFactory = _ => ServeOptions.Default.Seed };
        var noDemo = new Option<bool>("--no-demo") { Description = "Start empty, on the real clock." };
        var command = new Command(name, "Runs Dispatch: board, phone, patient page, and all behind them.") { urls, data, map, profile, zone, speed, technicians, visits, seed, noDemo };
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = new ServeOptions(
                parsed.GetValue(urls)!, parsed.GetValue(data)!, parsed.GetValue(map), parsed.GetValue(zone), parsed.GetValue(speed),
                parsed.GetValue(technicians), parsed.GetValue(visits), parsed.GetValue(seed), !parsed.GetValue(noDemo))
            { ProfileFile = parsed.GetValue(profile) };
            await using var house = await House.OpenAsync(options, Console.Out.WriteLine, cancellation);
            await house.RunAsync(cancellation);
            return ExitCode.Done;
        });
        return command;
    }
}
