using System.CommandLine;
using Dispatch.Host;
using Dispatch.Host.Administration;
using Dispatch.Host.Roads;
using Dispatch.Host.Serving;
using Dispatch.Host.Solve;

var root = new RootCommand("Dispatch: real-time dispatch and routing for home medical equipment.") { ServeCommand.Make("serve"), AdminCommand.Make(), OpenApiCommand.Make(), SolveCommand.Make(), RoadsCommand.Make(), RouteCommand.Make(), TableCommand.Make() };

// "serve" is what runs when no verb is given, with the same options.
string[] verbs = [.. root.Subcommands.Select(command => command.Name)];
string[] full = args.Length == 0 || args[0].StartsWith('-') && args[0] is not ("--help" or "-h" or "-?" or "--version") ? ["serve", .. args] : args;
if (full.Length > 0 && !full[0].StartsWith('-') && !verbs.Contains(full[0]))
{
    await Console.Error.WriteLineAsync($"There is no command '{full[0]}'; use {string.Join(", ", verbs)}, or --help.");
    return ExitCode.Refused;
}

var parsed = root.Parse(full);
if (parsed.Errors.Count > 0)
{
    await Console.Error.WriteLineAsync(parsed.Errors[0].Message);
    return ExitCode.Refused;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception error) when (Refusal.Sentence(error) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return ExitCode.Refused;
}
