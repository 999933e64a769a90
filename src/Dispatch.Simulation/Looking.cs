namespace Dispatch.Simulation;

/// <summary>Looks again and again for what follows by itself, by the machine's time: the domain's clock may stand.</summary>
internal static class Looking
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    /// <summary>Until it holds, or so many looks were in vain.</summary>
    /// <param name="mostLooks">At twenty a second; none for as long as it takes.</param>
    public static async Task UntilAsync(Func<Task<bool>> holds, int? mostLooks, CancellationToken cancellation)
    {
        for (var looks = 0; looks != mostLooks && !await holds(); looks++)
            await Task.Delay(Between, TimeProvider.System, cancellation);
    }
}
