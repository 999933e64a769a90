using Dispatch.Contracts.Commands;
using Microsoft.AspNetCore.Authorization;

namespace Dispatch.Web.Protection;

/// <summary>Who may do what: everything is denied that no policy allows.</summary>
internal static class Access
{
    /// <summary>Runs a desk.</summary>
    public const string Desk = "desk";

    /// <summary>Has a route.</summary>
    public const string Technician = "technician";

    /// <summary>Enters people, equipment, accounts.</summary>
    public const string Administrator = "administrator";

    /// <summary>Has a patient's link.</summary>
    public const string Patient = "patient";

    /// <summary>The cookie of a patient's link.</summary>
    public const string PatientScheme = "patient-link";

    public static void Configure(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        options.AddPolicy(Desk, policy => policy.RequireRole(nameof(Role.Dispatcher), nameof(Role.Administrator)));
        options.AddPolicy(Technician, policy => policy.RequireRole(nameof(Role.Technician)));
        options.AddPolicy(Administrator, policy => policy.RequireRole(nameof(Role.Administrator)));
        options.AddPolicy(Patient, policy => policy.AddAuthenticationSchemes(PatientScheme).RequireAuthenticatedUser());
    }
}
