using System.Collections;
using System.Reflection;
using NodaTime;

namespace Dispatch.Contracts.Tests.Serialization;

/// <summary>Makes a value of any contract type, every member filled with something of its own.</summary>
internal sealed class Sampler(int seed)
{
    private readonly Random random = new(seed);

    public object Make(Type type, int depth = 0)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Make(inner, depth);
        if (type == typeof(string))
            return $"text-{random.Next(1000)}";
        if (type == typeof(int))
            return random.Next(1, 500);
        if (type == typeof(long))
            return (long)random.Next(1, 500);
        if (type == typeof(double))
            return random.Next(1, 500) / 8.0;
        if (type == typeof(bool))
            return random.Next(2) == 0;
        if (type == typeof(Instant))
            return Instant.FromUnixTimeSeconds(1_790_000_000 + random.Next(100_000));
        if (type == typeof(LocalDate))
            return new LocalDate(2026, 1 + random.Next(12), 1 + random.Next(28));
        if (type == typeof(LocalTime))
            return new LocalTime(random.Next(24), random.Next(60));
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length))!;
        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type))
            return Collection(type, depth);
        if (type.IsAbstract)
            return Make(type.Assembly.GetTypes().First(candidate => candidate.IsSubclassOf(type) && !candidate.IsAbstract), depth);
        return Record(type, depth);
    }

    private object Collection(Type type, int depth)
    {
        var arguments = type.GetGenericArguments();
        if (arguments.Length == 2)
        {
            var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
            map.Add(Make(arguments[0], depth + 1), Make(arguments[1], depth + 1));
            return map;
        }

        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(arguments))!;
        for (var i = 0; i < 2; i++)
            list.Add(Make(arguments[0], depth + 1));
        return list;
    }

    private object Record(Type type, int depth)
    {
        var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Make(p.ParameterType, depth + 1))]);
    }

    /// <summary>All concrete types that cross a wire: marked for the serializer, in Domain and Contracts.</summary>
    public static IEnumerable<Type> WireTypes() =>
        new[] { typeof(Dispatch.Domain.Ids.VisitId).Assembly, typeof(Dispatch.Contracts.Commands.CommandResult).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>() is not null)
            .Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false } && type.Namespace?.StartsWith("Dispatch", StringComparison.Ordinal) == true)
            .Where(type => !type.Name.EndsWith("Surrogate", StringComparison.Ordinal));
}
