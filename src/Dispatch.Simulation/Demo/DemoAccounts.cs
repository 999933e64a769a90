using Dispatch.Contracts.Accounts;
using Dispatch.Contracts.Commands;
using Dispatch.Domain.Ids;
using Microsoft.AspNetCore.Identity;

namespace Dispatch.Simulation.Demo;

/// <summary>An account of the demo with its password; for loopback only, where everybody may know it.</summary>
public sealed record DemoAccount(string UserName, string Password, string DisplayName, Role Role, TechnicianId? Technician);

/// <summary>The accounts of the demo.</summary>
public static class DemoAccounts
{
    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("dispatcher", "demo-dispatcher", "Dana Okafor", Role.Dispatcher, null),
        new("dispatcher2", "demo-dispatcher2", "Emre Lindqvist", Role.Dispatcher, null),
        new("technician", "demo-technician", "Technician 1", Role.Technician, DemoTechnicians.Id(0)),
        new("technician2", "demo-technician2", "Technician 2", Role.Technician, DemoTechnicians.Id(1)),
        new("clinician", "demo-clinician", "Ruth Moreau", Role.Clinician, null),
        new("administrator", "demo-administrator", "Nora Petrov", Role.Administrator, null),
    ];

    /// <summary>The account as the house keeps it: the password hashed as ASP.NET Core Identity does.</summary>
    internal static Account Make(DemoAccount demo)
    {
        var account = new Account(
            demo.UserName, demo.DisplayName, demo.Role, DemoOptions.Territory, demo.Technician, "", Guid.NewGuid().ToString("N"), IsActive: true);
        return account with { PasswordHash = new PasswordHasher<Account>().HashPassword(account, demo.Password) };
    }
}
