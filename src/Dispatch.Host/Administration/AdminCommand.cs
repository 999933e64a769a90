using System.CommandLine;
using Dispatch.Contracts.Commands;
using Dispatch.Domain.Ids;
using Dispatch.Host.Serving;
using Dispatch.Web;
using NodaTime;

namespace Dispatch.Host.Administration;

/// <summary>"dispatch admin create --user NAME": makes an administrator of one's own data; the password comes on standard input.</summary>
internal static class AdminCommand
{
    public static Command Make()
    {
        var user = new Option<string>("--user") { Description = "The user name.", Required = true };
        var data = new Option<string>("--data") { Description = "Folder of the data.", DefaultValueFactory = _ => ServeOptions.Default.DataFolder };
        var map = new Option<string?>("--map") { Description = "The map of that data; otherwise the built-in one." };
        var create = new Command("create", "Makes an administrator; the password is read from standard input.") { user, data, map };
        create.SetAction(async (parsed, cancellation) =>
        {
            var password = (await Console.In.ReadLineAsync(cancellation))?.TrimEnd('\r');
            if (string.IsNullOrEmpty(password))
                throw new RefusedException("Give the password on standard input, in one line.");
            var options = ServeOptions.Default with { Urls = "http://127.0.0.1:0", DataFolder = parsed.GetValue(data)!, MapFile = parsed.GetValue(map), IsDemo = false };
            await using var house = await House.OpenAsync(options, _ => { }, cancellation);
            await house.App.StartAsync(cancellation);
            var name = parsed.GetValue(user)!;
            var context = new CommandContext(CommandId.Fresh(), "command-line", Role.House, SystemClock.Instance.GetCurrentInstant());
            var result = await FirstAdministrator.MakeAsync(house.App.Services.GetRequiredService<IGrainFactory>(), name, password, context);
            await house.App.StopAsync(cancellation);
            if (!result.IsAccepted)
                throw new RefusedException(result.Refusal!.Text);
            Console.WriteLine($"administrator {name} can sign in");
            return ExitCode.Done;
        });
        return new Command("admin", "Administers the data.") { create };
    }
}
