using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions.Regles;

/// <summary>On ne touche plus à une convention abandonnée.</summary>
/// <remarks>RG6.18.</remarks>
public sealed record ConventionNonAbandonnee(DateOnly? AbandonneeLe) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Histoire du dossier";

    public bool EstRespectee => AbandonneeLe is null;

    public string Message =>
        $"Cette convention a été abandonnée le {(AbandonneeLe is { } jour ? EnClair.Date(jour) : "—")} : ouvrez-en une autre.";
}

/// <summary>Les durées et les délais ne changent que tant qu'aucune partie n'a signé.</summary>
/// <remarks>RG6.18. Ensuite, c'est un avenant (convention, art. 5).</remarks>
public sealed record PasEncoreSignee(DateOnly? Collectivite, DateOnly? Cdg) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Convention d'accès, art. 5, al. 1";

    public bool EstRespectee => Collectivite is null && Cdg is null;

    public string Message =>
        "La convention est signée par une partie au moins : ses durées et ses délais ne changent plus que par avenant.";
}

/// <summary>Un acte daté est un fait : il n'est pas à venir.</summary>
/// <remarks>RG6.18, RG6.20.</remarks>
public sealed record ActePasAVenir(string ChampSaisi, string Designation, DateOnly? Jour, DateOnly Aujourdhui) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Ordre des actes";

    public string? Champ => ChampSaisi;

    public bool EstRespectee => Jour is not { } jour || jour <= Aujourdhui;

    public string Message =>
        $"{Designation} est un fait : sa date ne peut pas suivre aujourd'hui, le {EnClair.Date(Aujourdhui)}.";
}

/// <summary>L'exécutif signe après que l'assemblée l'y a autorisé, le même jour au plus tôt.</summary>
/// <remarks>RG6.18 ; CGCT, art. L2121-29 et L2122-21.</remarks>
public sealed record SignatureApresLaDeliberation(DateOnly? Deliberation, DateOnly? Signature) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "CGCT, art. L2121-29 et L2122-21";

    public string? Champ => "signee-collectivite-le";

    public bool EstRespectee => Signature is not { } signee || (Deliberation is { } deliberee && deliberee <= signee);

    public string Message =>
        Deliberation is { } jour
            ? $"La collectivité ne peut pas signer avant sa délibération du {EnClair.Date(jour)} : corrigez l'une des deux dates."
            : "La collectivité ne peut pas signer sans délibération : saisissez d'abord la délibération et sa date.";
}

/// <summary>L'effet suit les deux signatures ; un effet antérieur demande un motif.</summary>
/// <remarks>RG6.18 ; principe de non-rétroactivité des actes administratifs (CRPA, art. L221-1, par analogie).</remarks>
public sealed record EffetApresLesSignatures(DateOnly? Effet, DateOnly? DerniereSignature) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Non-rétroactivité des actes administratifs";

    public Portee Portee => Portee.Avertit;

    public string? Champ => "effet";

    public bool EstRespectee => Effet is not { } effet || DerniereSignature is not { } signature || effet >= signature;

    public string Message =>
        $"La date d'effet précède la dernière signature, le {(DerniereSignature is { } jour ? EnClair.Date(jour) : "—")} : une convention ne vaut en principe que pour l'avenir. Corrigez, ou donnez le motif.";
}

/// <summary>Une collectivité n'a qu'une convention d'accès en vigueur à la fois.</summary>
/// <remarks>RG6.14 : la contribution de l'exercice s'appelle une seule fois.</remarks>
public sealed record UneConventionALaFois(DateOnly? Effet, IReadOnlyList<AutreConvention> Autres) : IRegle
{
    public string Code => "RG6.14";

    public string Fondement => "Convention d'accès, art. 4";

    public string? Champ => "effet";

    private AutreConvention? Genante =>
        Effet is { } effet ? Autres.FirstOrDefault(a => a.EnVigueur?.Chevauche(new Periode(effet)) ?? false) : null;

    public bool EstRespectee => Genante is null;

    public string Message =>
        $"La convention {Genante?.Reference} de cette collectivité {(Genante?.EnVigueur?.Fin is { } fin ? $"vaut jusqu'au {EnClair.Date(fin)} : l'effet peut être au plus tôt le {EnClair.Date(fin.AddDays(1))}." : "est en vigueur sans terme : dénoncez-la d'abord, ou faites un avenant.")}";
}

/// <summary>Une collectivité n'a qu'une convention en préparation.</summary>
/// <remarks>RG6.14.</remarks>
public sealed record AucuneConventionEnPreparation(IReadOnlyList<AutreConvention> Autres) : IRegle
{
    public string Code => "RG6.14";

    public string Fondement => "Convention d'accès, art. 4";

    public string? Champ => "collectivite";

    private AutreConvention? Genante => Autres.FirstOrDefault(a => a.EnVigueur is null or { EstSansFin: true });

    public bool EstRespectee => Genante is null;

    public string Message =>
        Genante?.EnVigueur is null
            ? $"La convention {Genante?.Reference} de cette collectivité est déjà en préparation : reprenez-la."
            : $"La convention {Genante.Reference} de cette collectivité est en vigueur sans terme : rien n'est à conclure.";
}

/// <summary>On n'abandonne qu'une convention qui n'a pas d'effet.</summary>
/// <remarks>RG6.20 : une convention conclue finit par une dénonciation.</remarks>
public sealed record ConventionSansEffet(DateOnly? PremierJour) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => "Convention d'accès, art. 5, al. 1";

    public bool EstRespectee => PremierJour is null;

    public string Message =>
        $"La convention est conclue, avec effet le {(PremierJour is { } jour ? EnClair.Date(jour) : "—")} : elle ne s'abandonne plus, elle se dénonce.";
}

/// <summary>On dit pourquoi l'on renonce.</summary>
/// <remarks>RG6.18.</remarks>
public sealed record MotifDAbandonDonne(string? Motif) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Histoire du dossier";

    public string? Champ => "motif";

    public bool EstRespectee => !string.IsNullOrWhiteSpace(Motif) && Motif.Trim().Length <= ConventionDAcces.LongueurDuMotif;

    public string Message =>
        $"Donnez le motif, en {ConventionDAcces.LongueurDuMotif.ToString(Francais.Culture)} caractères au plus : l'historique le gardera.";
}
