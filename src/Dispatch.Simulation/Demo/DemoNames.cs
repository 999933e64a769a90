namespace Dispatch.Simulation.Demo;

/// <summary>Names of invented people, as mixed as a town is.</summary>
internal static class DemoNames
{
    public static IReadOnlyList<string> First { get; } =
    [
        "Amara", "Anton", "Aisha", "Benedikt", "Bruno", "Carla", "Chen", "Clara", "Dana", "Diego", "Edda", "Elif", "Emre", "Esther",
        "Farid", "Finn", "Greta", "Hanna", "Hugo", "Ines", "Irma", "Ivan", "Jamal", "Jonas", "Julia", "Kaito", "Karin", "Kofi",
        "Lars", "Leila", "Linh", "Lotte", "Luca", "Mads", "Maria", "Mehmet", "Mina", "Nadia", "Niko", "Nora", "Olga", "Oskar",
        "Paula", "Pedro", "Priya", "Rasmus", "Rosa", "Ruth", "Samir", "Selma", "Sofia", "Sven", "Tariq", "Theo", "Uma", "Vera",
        "Viktor", "Wanda", "Yara", "Yusuf", "Zoe",
    ];

    public static IReadOnlyList<string> Last { get; } =
    [
        "Achterberg", "Almeida", "Andersen", "Baumgartner", "Becker", "Bianchi", "Castillo", "Chen", "Dahl", "Demir", "Duarte", "Eriksen",
        "Farkas", "Fischer", "Garcia", "Greenwood", "Haddad", "Hartmann", "Hoang", "Ibrahim", "Ito", "Jansen", "Kaya", "Keller",
        "Kowalski", "Kruger", "Lindqvist", "Lombardi", "Mbeki", "Mendes", "Moreau", "Nakamura", "Novak", "Okafor", "Olsen", "Papadakis",
        "Patel", "Petrov", "Quint", "Reyes", "Richter", "Rossi", "Sanchez", "Schneider-Wolkenstein", "Silva", "Singh", "Sommer", "Tanaka",
        "Thorsen", "Ueda", "Varga", "Vogel", "Wagner", "Weiss", "Yilmaz", "Zeller", "Zhang",
    ];

    /// <summary>A full name for a thing that the seed names.</summary>
    public static string Of(Chance chance, string thing) =>
        $"{chance.OneOf(thing, "first-name", First)} {chance.OneOf(thing, "last-name", Last)}";
}
