using Dispatch.Contracts.Accounts;
using Dispatch.Contracts.Commands;
using Dispatch.Grains.Journaling;

namespace Dispatch.Grains.Accounts;

/// <summary>An account was entered or changed.</summary>
[JournalName("account-saved", 1)]
internal sealed record AccountSaved(Account Account);

/// <summary>One account.</summary>
internal sealed class AccountGrain(GrainServices services)
    : JournaledGrain<AccountGrain.Entered, AccountSaved>(services, "account"), IAccountGrain
{
    /// <inheritdoc />
    protected override Entered Initial { get; } = new(null);

    /// <inheritdoc />
    public Task<CommandResult> SaveAsync(Account account, CommandContext context) =>
        ExecuteAsync(context, state => Mistake(account) is { } mistake ? Decision<AccountSaved>.Refused(mistake)
            : state.Account == account ? Decision<AccountSaved>.Nothing
            : Decision<AccountSaved>.Happened(new AccountSaved(account)));

    /// <inheritdoc />
    public Task<Account?> FindAsync()
    {
        if (State.Account is null)
            DeactivateOnIdle(); // A guessed name must not leave anything behind.
        return Task.FromResult(State.Account);
    }

    /// <inheritdoc />
    protected override Entered Evolve(Entered state, AccountSaved happened) => new(happened.Account);

    private Reason? Mistake(Account account) => account switch
    {
        _ when account.UserName != this.GetPrimaryKeyString() || account.UserName.Length is < 2 or > 64
            || !account.UserName.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '.' or '-')
            => new Reason("user-name", "A user name has 2 to 64 lower case letters, digits, dots or hyphens."),
        { DisplayName.Length: 0 or > 100 } => new Reason("display-name", "Give a name of 1 to 100 characters to show."),
        { Role: Role.Technician, Technician: null } => new Reason("technician-missing", "Say whose route this technician's account shows."),
        { Role: Role.Patient or Role.House } => new Reason("role-not-for-accounts", "Choose dispatcher, technician, clinician or administrator."),
        _ => null,
    };

    /// <summary>The account, once there is one.</summary>
    internal sealed record Entered(Account? Account);
}
