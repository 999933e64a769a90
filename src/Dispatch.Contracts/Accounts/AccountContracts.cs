using Dispatch.Contracts.Commands;
using Dispatch.Domain.Ids;
using Orleans;
using Orleans.Concurrency;

namespace Dispatch.Contracts.Accounts;

/// <summary>Someone who may sign in.</summary>
/// <param name="UserName">Lower case letters, digits, dots and hyphens, 2 to 64.</param>
/// <param name="PasswordHash">As ASP.NET Core Identity makes it; never a password.</param>
/// <param name="Technician">Whose route a technician's account shows.</param>
/// <param name="SecurityStamp">Changes when all sessions must end.</param>
[GenerateSerializer, Immutable]
public sealed record Account(
    string UserName,
    string DisplayName,
    Role Role,
    TerritoryId? Territory,
    TechnicianId? Technician,
    string PasswordHash,
    string SecurityStamp,
    bool IsActive);

/// <summary>One account; key: the user name.</summary>
[Alias("dispatch.account")]
public interface IAccountGrain : IGrainWithStringKey
{
    /// <summary>Enters or changes the account.</summary>
    [Alias("save")]
    Task<CommandResult> SaveAsync(Account account, CommandContext context);

    /// <summary>The account; none if there is no such one.</summary>
    [Alias("find"), ReadOnly]
    Task<Account?> FindAsync();
}
