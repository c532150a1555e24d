using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions.Regles;

/// <summary>Corriger les actes d'une convention qui a pris effet se fait en disant pourquoi.</summary>
/// <remarks>RG6.18. Le motif est à l'historique, acte par acte.</remarks>
public sealed record CorrectionDActesMotivee(DateOnly? PremierJour, DateOnly Aujourdhui, bool Change) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Convention d'accès, art. 5, al. 1";

    public Portee Portee => Portee.Avertit;

    public string? Champ => "motif-effet";

    public bool EstRespectee => !Change || PremierJour is not { } premier || premier > Aujourdhui;

    public string Message =>
        $"La convention a pris effet le {(PremierJour is { } jour ? EnClair.Date(jour) : "—")} : corriger un de ses actes demande un motif, que l'historique gardera.";
}

/// <summary>Un acte qui a fait naître la convention ne s'efface plus une fois qu'elle a servi.</summary>
/// <remarks>RG6.18. Elle redeviendrait « en préparation » sous un compte ouvert, un avenant, un appel ou une lettre.</remarks>
public sealed record ActeTenuParCeQuiEstFait(
    string ChampSaisi,
    string Designation,
    bool Efface,
    IReadOnlyList<FaitSousLaConvention> Faits
) : IRegle
{
    private const int Cites = 3;

    public string Code => "RG6.18";

    public string Fondement => "Convention d'accès, art. 5, al. 1";

    public string? Champ => ChampSaisi;

    public bool EstRespectee => !Efface || Faits.Count == 0;

    public string Message =>
        $"{Designation} ne s'efface plus : la convention a servi ({string.Join(" ; ", Faits.Take(Cites).Select(f => f.EnPhrase))}{(Faits.Count > Cites ? " ; et d'autres" : "")}). Corrigez l'acte, sans le vider.";
}

/// <summary>La date d'effet ne passe pas après ce qui s'est déjà fait sous la convention.</summary>
/// <remarks>RG6.18. Le même jour est permis.</remarks>
/// <param name="Effet">L'effet saisi.</param>
/// <param name="PremierJour">L'effet connu : l'avancer ne gêne rien.</param>
/// <param name="Fait">Le premier fait de la convention.</param>
public sealed record EffetAvantCeQuiEstFait(DateOnly? Effet, DateOnly? PremierJour, FaitSousLaConvention? Fait) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Convention d'accès, art. 5, al. 1";

    public string? Champ => "effet";

    public bool EstRespectee =>
        Fait is null || PremierJour is null || Effet is not { } effet || effet <= PremierJour || effet <= Fait.Jour;

    public string Message => $"La convention a déjà servi : {Fait?.EnPhrase}. Sa date d'effet ne peut pas suivre ce jour.";
}

/// <summary>Une signature corrigée reste avant l'avenant qui modifie la convention.</summary>
/// <remarks>Convention d'accès, art. 5.</remarks>
public sealed record SignatureAvantLAvenant(string ChampSaisi, string Designation, DateOnly? Jour, FaitSousLaConvention? Avenant)
    : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Convention d'accès, art. 5";

    public string? Champ => ChampSaisi;

    public bool EstRespectee => Avenant is null || Jour is not { } jour || jour <= Avenant.Jour;

    public string Message =>
        $"{Designation} ne peut pas suivre {Avenant?.EnPhrase} : un avenant modifie une convention déjà signée.";
}
