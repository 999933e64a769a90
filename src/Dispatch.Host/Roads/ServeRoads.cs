using System.CommandLine;
using System.Net;
using Dispatch.Web.Osrm;

namespace Dispatch.Host.Roads;

/// <summary>"dispatch roads serve": OSRM's HTTP API on a map, on loopback unless told otherwise.</summary>
internal static class ServeRoads
{
    public static Command Make()
    {
        var defaults = new OsrmLimits();
        var map = MapOption.Make();
        var profile = MapOption.MakeProfile();
        var port = new Option<int>("--port") { Description = "Where to listen; 0 takes a free port.", DefaultValueFactory = _ => 5000 };
        var address = new Option<string>("--address") { Description = "The address to listen on.", DefaultValueFactory = _ => "127.0.0.1" };
        var table = new Option<int>("--max-table-size") { Description = "Places of a table.", DefaultValueFactory = _ => defaults.TablePlaces };
        var route = new Option<int>("--max-viaroute-size") { Description = "Places of a route.", DefaultValueFactory = _ => defaults.RoutePlaces };
        var match = new Option<int>("--max-matching-size") { Description = "Points of a trace.", DefaultValueFactory = _ => defaults.MatchPoints };
        var trip = new Option<int>("--max-trip-size") { Description = "Places of a trip.", DefaultValueFactory = _ => defaults.TripPlaces };
        var command = new Command("serve", "Speaks OSRM's HTTP API on a map.") { map, profile, port, address, table, route, match, trip };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(port) is < 0 or > 65535)
                throw new RefusedException("--port is from 0 to 65535.");
            if (!IPAddress.TryParse(parsed.GetValue(address), out var listens))
                throw new RefusedException($"--address is an IP address, as 127.0.0.1 or 0.0.0.0; '{parsed.GetValue(address)}' is not.");
            if (new[] { table, route, match, trip }.Any(limit => parsed.GetValue(limit) is < 2 or > 100_000))
                throw new RefusedException("The --max options are from 2 to 100,000.");
            var limits = defaults with
            {
                TablePlaces = parsed.GetValue(table),
                RoutePlaces = parsed.GetValue(route),
                MatchPoints = parsed.GetValue(match),
                TripPlaces = parsed.GetValue(trip),
            };
            using var roads = MapOption.Open(parsed.GetValue(map)!, MapOption.Profile(parsed.GetValue(profile)), out _, cancellation);
            using var server = new OsrmServer(roads, limits);
            await using var app = Compose(server, limits, new IPEndPoint(listens, parsed.GetValue(port)));
            try
            {
                await app.StartAsync(cancellation);
            }
            catch (IOException error) when (error.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
            {
                throw new RefusedException($"Port {parsed.GetValue(port)} is in use; stop what uses it, or choose another with --port.");
            }

            foreach (var url in app.Urls)
                Console.WriteLine(url);
            await app.WaitForShutdownAsync(cancellation);
            return ExitCode.Done;
        });
        return command;
    }

    public static WebApplication Compose(OsrmServer server, OsrmLimits limits, IPEndPoint endpoint)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, Args = [] });
        builder.Logging.SetMinimumLevel(LogLevel.Warning); // Places are in the paths of requests, and are not logged.
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = limits.RequestLineBytes;
            kestrel.Limits.MaxRequestBufferSize = 2L * limits.RequestLineBytes;
            kestrel.Limits.MaxRequestBodySize = 1024;
            kestrel.Listen(endpoint);
        });
        var app = builder.Build();
        server.Map(app);
        return app;
    }
}
