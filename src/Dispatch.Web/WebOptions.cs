using Dispatch.Web.Sessions;

namespace Dispatch.Web;

/// <summary>What the web tier needs to know of its host.</summary>
public sealed record WebOptions
{
    /// <summary>Where the keys of sessions are kept, so that people stay signed in over a restart.</summary>
    public required string KeysFolder { get; init; }

    /// <summary>The built apps: index.html, tech.html, patient.html and their assets.</summary>
    public required string AppsFolder { get; init; }

    /// <summary>Accounts that the sign-in page offers; empty unless the demo's data is in use on loopback.</summary>
    public IReadOnlyList<OfferedAccount> DemoAccounts { get; init; } = [];
}
