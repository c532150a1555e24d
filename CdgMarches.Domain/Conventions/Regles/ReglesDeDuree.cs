using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions.Regles;

/// <summary>Une durée de convention va d'un an à vingt ans.</summary>
/// <remarks>RG6.19. La borne haute n'est que de bon sens : elle arrête une faute de frappe.</remarks>
public sealed record DureePlausible(string ChampSaisi, string Designation, int Annees) : IRegle
{
    private const int AuPlus = 20;

    public string Code => "RG6.19";

    public string Fondement => "Convention d'accès, art. 5";

    public string? Champ => ChampSaisi;

    public bool EstRespectee => Annees is >= 1 and <= AuPlus;

    public string Message => $"{Designation} va de 1 à {AuPlus.ToString(Francais.Culture)} ans : corrigez le nombre d'années.";
}

/// <summary>Le nombre de reconductions, quand la convention le limite, va de un à vingt.</summary>
/// <remarks>RG6.19.</remarks>
public sealed record ReconductionsPlausibles(int? Fois) : IRegle
{
    private const int AuPlus = 20;

    public string Code => "RG6.19";

    public string Fondement => "Convention d'accès, art. 5";

    public string? Champ => "reconductions";

    public bool EstRespectee => Fois is null or (>= 1 and <= AuPlus);

    public string Message =>
        $"Le nombre de reconductions va de 1 à {AuPlus.ToString(Francais.Culture)}, ou reste vide si la convention ne le limite pas.";
}

/// <summary>Un délai de la convention est positif et reste dans des bornes de bon sens.</summary>
/// <remarks>RG6.20, RG6.21.</remarks>
public sealed record DelaiPlausible(string ChampSaisi, string Designation, int Duree, int AuPlus) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => "Convention d'accès, art. 5";

    public string? Champ => ChampSaisi;

    public bool EstRespectee => Duree >= 1 && Duree <= AuPlus;

    public string Message => $"{Designation} va de 1 à {AuPlus.ToString(Francais.Culture)} : corrigez le nombre.";
}

/// <summary>On prend acte du terme que la convention attend, et de lui seul.</summary>
/// <remarks>RG6.19, RG7.07.</remarks>
public sealed record TermeConnu(DateOnly? Attendu, DateOnly Terme) : IRegle
{
    public string Code => "RG6.19";

    public string Fondement => "Convention d'accès, art. 5";

    public bool EstRespectee => Attendu == Terme;

    public string Message =>
        Attendu is { } jour
            ? $"Le terme à examiner est celui du {EnClair.Date(jour)} : actualisez la page."
            : "Aucun terme n'est à examiner : la convention court déjà pour une durée indéterminée, ou prend fin.";
}
