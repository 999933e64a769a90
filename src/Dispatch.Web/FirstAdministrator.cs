using Dispatch.Contracts.Commands;
using Dispatch.Web.Administration;

namespace Dispatch.Web;

/// <summary>Makes the first account, from which all others follow.</summary>
public static class FirstAdministrator
{
    /// <summary>Makes an administrator, or gives an existing account a new password and that role.</summary>
    public static Task<CommandResult> MakeAsync(IGrainFactory grains, string user, string password, CommandContext context) =>
        AdministrationEndpoints.SaveAsync(grains, user, new AccountEntry(user, Role.Administrator, null, null, password, true), context);
}
