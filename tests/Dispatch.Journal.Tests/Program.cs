using Dispatch.Journal.Tests;
using Dispatch.Journal.Tests.Child;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// As a child process of a test it does one thing to a journal; else it runs the tests.
return args switch
{
    [ChildWork.AppendForever, var file] => await ChildWork.AppendForeverAsync(file),
    [ChildWork.AppendUntilRefused, var file] => await ChildWork.AppendUntilRefusedAsync(file),
    [ChildWork.Hold, var file] => await ChildWork.HoldAsync(file),
    _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") =>
        await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
    _ => await ConsoleRunner.Run(args),
};
