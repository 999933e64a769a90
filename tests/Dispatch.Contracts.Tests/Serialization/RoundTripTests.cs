using System.Text.Json;
using Dispatch.Contracts.Feeds;
using Dispatch.Contracts.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Dispatch.Contracts.Tests.Serialization;

public sealed class RoundTripTests
{
    private static readonly ServiceProvider Services =
        new ServiceCollection().AddSerializer(serializer => serializer.AddAssembly(typeof(BoardChange).Assembly)).BuildServiceProvider();

    public static TheoryData<Type> WireTypes => [.. Sampler.WireTypes()];

    [Theory]
    [MemberData(nameof(WireTypes))]
    public void Every_type_comes_back_from_the_grain_wire_as_it_went(Type type)
    {
        var serializer = Services.GetRequiredService<Serializer>();
        for (var seed = 0; seed < 3; seed++)
        {
            var sent = new Sampler(seed).Make(type);
            var received = serializer.Deserialize<object>(serializer.SerializeToArray<object>(sent));
            Assert.IsType(type, received);
            Assert.Equal(Json(sent), Json(received!));
        }
    }

    [Theory]
    [MemberData(nameof(WireTypes))]
    public void Every_type_comes_back_from_json_as_it_went(Type type)
    {
        var sent = new Sampler(7).Make(type);
        var text = Json(sent);
        Assert.Equal(text, Json(JsonSerializer.Deserialize(text, type, DispatchJson.Options)!));
    }

    [Fact]
    public void A_change_keeps_its_kind_inside_a_message()
    {
        var change = (BoardChange)new Sampler(1).Make(typeof(VisitChanged));
        var message = new BoardMessage(1, false, NodaTime.Instant.FromUnixTimeSeconds(0), [change]);
        var text = JsonSerializer.Serialize(message, DispatchJson.Options);
        Assert.Contains("\"kind\":\"visit\"", text, StringComparison.Ordinal);
        Assert.IsType<VisitChanged>(Assert.Single(JsonSerializer.Deserialize<BoardMessage>(text, DispatchJson.Options)!.Changes));
    }

    private static string Json(object value) => JsonSerializer.Serialize(value, value.GetType(), DispatchJson.Options);
}
