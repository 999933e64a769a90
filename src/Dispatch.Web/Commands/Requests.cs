using System.Security.Claims;
using Dispatch.Contracts.Commands;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Dispatch.Web.Commands;

/// <summary>From a request to the context of its command, and from the command's result to the answer.</summary>
internal static class Requests
{
    private const int ConflictTries = 5;

    /// <summary>Who sends the command, and its id: the header Idempotency-Key, or a fresh one.</summary>
    public static CommandContext Command(this HttpContext http, DomainClock clock)
    {
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        var id = IdText.IsValid(key) ? new CommandId(key) : CommandId.Fresh();
        return new CommandContext(id, http.User.Identity?.Name ?? "patient", http.User.RoleOf(), clock.Now);
    }

    /// <summary>The context of a report that carries its own id and time.</summary>
    public static CommandContext Command(this HttpContext http, CommandId id, Instant occurredAt) =>
        new(id, http.User.Identity?.Name ?? "", http.User.RoleOf(), occurredAt);

    /// <summary>The plan version that was looked at, from If-Match; none if it was not said.</summary>
    public static long? PlanVersion(this HttpContext http) =>
        long.TryParse(http.Request.Headers.IfMatch.ToString().Trim('"'), out var version) ? version : null;

    /// <summary>The role that the session gives.</summary>
    public static Role RoleOf(this ClaimsPrincipal user) =>
        Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role) ? role : Role.Patient;

    /// <summary>Sends a command, and again with the same id where two activations met.</summary>
    public static async Task<T> SendAsync<T>(Func<Task<T>> send)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await send();
            }
            catch (StreamConflictException) when (tries < ConflictTries)
            {
                await Task.Yield();
            }
        }
    }

    /// <summary>Sends a command and answers its result: 200, or problem details.</summary>
    public static async Task<IResult> AnswerAsync(Func<Task<CommandResult>> send) => (await SendAsync(send)).ToHttp();

    /// <summary>200 with the result; 404, 412 or 422 with the reason as problem details.</summary>
    public static IResult ToHttp(this CommandResult result) => result.IsAccepted ? Results.Ok(result) : Problem(result.Refusal!);

    /// <summary>A refusal as problem details (RFC 9457).</summary>
    public static IResult Problem(Reason reason)
    {
        var (status, title) = reason.Code switch
        {
            CommandResult.UnknownCode => (StatusCodes.Status404NotFound, "There is no such thing"),
            CommandResult.StaleCode => (StatusCodes.Status412PreconditionFailed, "The plan has moved on"),
            _ => (StatusCodes.Status422UnprocessableEntity, "A rule forbids it"),
        };
        return Results.Problem(
            detail: reason.Text, statusCode: status, title: title,
            extensions: new Dictionary<string, object?> { ["code"] = reason.Code, ["values"] = reason.Values });
    }

    /// <summary>404 as problem details.</summary>
    public static IResult NotFound(string what) => Problem(CommandResult.NotFound(what).Refusal!);

    /// <summary>The thing, or 404.</summary>
    public static IResult OkOrNotFound<T>(T? thing, string what) where T : class => thing is null ? NotFound(what) : Results.Ok(thing);

    /// <summary>An id from a path; one that is none names nothing.</summary>
    public static bool IsId(string? text) => IdText.IsValid(text);
}
