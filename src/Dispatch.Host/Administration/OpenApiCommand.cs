using System.CommandLine;
using Dispatch.Host.Serving;

namespace Dispatch.Host.Administration;

/// <summary>"dispatch openapi --out FILE": writes the API's description, from which the apps' types are made.</summary>
internal static class OpenApiCommand
{
    public static Command Make()
    {
        var output = new Option<string>("--out") { Description = "The file to write.", Required = true };
        var command = new Command("openapi", "Writes the description of the API.") { output };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = Directory.CreateTempSubdirectory("dispatch-openapi-");
            try
            {
                await File.WriteAllTextAsync(parsed.GetValue(output)!, await DescribeAsync(folder.FullName, cancellation), cancellation);
            }
            finally
            {
                folder.Delete(recursive: true);
            }

            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The description as the running program gives it.</summary>
    public static async Task<string> DescribeAsync(string dataFolder, CancellationToken cancellation)
    {
        var options = ServeOptions.Default with { Urls = "http://127.0.0.1:0", DataFolder = dataFolder, IsDemo = false };
        await using var house = await House.OpenAsync(options, _ => { }, cancellation);
        await house.App.StartAsync(cancellation);
        using var client = new HttpClient { BaseAddress = new Uri(house.App.Urls.First()) };
        var text = await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), cancellation);
        await house.App.StopAsync(cancellation);
        return text.ReplaceLineEndings("\n").TrimEnd() + "\n";
    }
}
