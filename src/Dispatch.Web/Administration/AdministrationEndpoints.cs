using Dispatch.Contracts.Accounts;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Equipment;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Search;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using Dispatch.Roads;
using Dispatch.Roads.Learning;
using Dispatch.Web.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace Dispatch.Web.Administration;

/// <summary>Enters or changes an account; a password only where it is to be set.</summary>
public sealed record AccountEntry(string DisplayName, Role Role, TerritoryId? Territory, TechnicianId? Technician, string? Password, bool IsActive);

/// <summary>An account without its secrets.</summary>
public sealed record AccountView(string UserName, string DisplayName, Role Role, TerritoryId? Territory, TechnicianId? Technician, bool IsActive);

/// <summary>What an administrator enters: territory, technicians, patients, equipment, accounts.</summary>
internal static class AdministrationEndpoints
{
    private const int ShortestPassword = 10;

    public static void MapAdministration(this IEndpointRouteBuilder api)
    {
        var admin = api.MapGroup("/admin").RequireAuthorization(Protection.Access.Administrator);
        admin.MapPut("/territories/{id}", (string id, TerritoryProfile profile, HttpContext http, IGrainFactory grains, DomainClock clock) =>
            Requests.AnswerAsync(() => grains.GetGrain<ITerritoryGrain>(id).SaveAsync(profile with { Id = new TerritoryId(id) }, http.Command(clock)))).Produces<CommandResult>().WithName("SaveTerritory");
        admin.MapPut("/technicians/{id}", (string id, TechnicianProfile profile, HttpContext http, IGrainFactory grains, DomainClock clock) =>
            Requests.AnswerAsync(() => grains.GetGrain<ITechnicianGrain>(id).SaveAsync(profile, http.Command(clock)))).Produces<CommandResult>().WithName("SaveTechnician");
        admin.MapDelete("/technicians/{id}", (string id, HttpContext http, IGrainFactory grains, DomainClock clock) =>
            Requests.AnswerAsync(() => grains.GetGrain<ITechnicianGrain>(id).RemoveAsync(http.Command(clock)))).Produces<CommandResult>().WithName("RemoveTechnician");
        admin.MapPut("/patients/{id}", (string id, PatientProfile profile, HttpContext http, IGrainFactory grains, DomainClock clock) =>
            Requests.AnswerAsync(() => grains.GetGrain<IPatientGrain>(id).SaveAsync(profile, http.Command(clock)))).Produces<CommandResult>().WithName("SavePatient");
        admin.MapDelete("/patients/{id}", (string id, HttpContext http, IGrainFactory grains, DomainClock clock) =>
            Requests.AnswerAsync(() => grains.GetGrain<IPatientGrain>(id).RemoveAsync(http.Command(clock)))).Produces<CommandResult>().WithName("RemovePatient");
        admin.MapPut("/equipment/{id}", (string id, EquipmentProfile profile, HttpContext http, IGrainFactory grains, DomainClock clock) =>
            Requests.AnswerAsync(() => grains.GetGrain<IEquipmentGrain>(id).SaveAsync(profile, http.Command(clock)))).Produces<CommandResult>().WithName("SaveEquipment");
        admin.MapDelete("/equipment/{id}", (string id, HttpContext http, IGrainFactory grains, DomainClock clock) =>
            Requests.AnswerAsync(() => grains.GetGrain<IEquipmentGrain>(id).RemoveAsync(http.Command(clock)))).Produces<CommandResult>().WithName("RemoveEquipment");
        admin.MapGet("/accounts", async (string? text, string? next, int? limit, ISearch search, CancellationToken ct) =>
        {
            var page = await search.AccountsAsync(text ?? "", next ?? "", limit ?? 50, ct);
            return Results.Ok(new Page<AccountView>([.. page.Items.Select(ViewOf)], page.Total, page.Next));
        }).Produces<Page<AccountView>>().WithName("ListAccounts");
        admin.MapPut("/accounts/{user}", SaveAccountAsync).Produces<CommandResult>().WithName("SaveAccount");
        admin.MapGet("/learned-streets", (RoadsNow roads) => Results.Ok(roads.Learned)).Produces<LearnedFigures>().WithName("ReadLearnedStreets");
        admin.MapCsv();
        admin.MapMemory();
    }

    /// <summary>Makes or changes an account; a new password ends all its sessions.</summary>
    public static async Task<CommandResult> SaveAsync(IGrainFactory grains, string user, AccountEntry entry, CommandContext context)
    {
        var grain = grains.GetGrain<IAccountGrain>(user);
        var known = await grain.FindAsync();
        if (known is null && entry.Password is null)
            return CommandResult.Refused(new Reason("password-missing", $"Give a new account a password of at least {ShortestPassword} characters."));
        if (entry.Password is { Length: < ShortestPassword })
            return CommandResult.Refused(new Reason("password-too-short", $"A password has at least {ShortestPassword} characters."));
        var account = new Account(
            user, entry.DisplayName, entry.Role, entry.Territory, entry.Technician, known?.PasswordHash ?? "", known?.SecurityStamp ?? "", entry.IsActive);
        if (entry.Password is { } password)
            account = account with { PasswordHash = new PasswordHasher<Account>().HashPassword(account, password), SecurityStamp = Guid.NewGuid().ToString("N") };
        return await Requests.SendAsync(() => grain.SaveAsync(account, context));
    }

    private static async Task<IResult> SaveAccountAsync(string user, AccountEntry entry, HttpContext http, IGrainFactory grains, DomainClock clock) =>
        (await SaveAsync(grains, user, entry, http.Command(clock))).ToHttp();

    private static AccountView ViewOf(Account account) =>
        new(account.UserName, account.DisplayName, account.Role, account.Territory, account.Technician, account.IsActive);
}
