using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions.Regles;

/// <summary>La restitution s'ouvre avec une dénonciation ou, sans elle, quand la convention a un dernier jour.</summary>
/// <remarks>RG6.20.</remarks>
public sealed record RestitutionOuverte(bool EstOuverte) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => ArticlesDAcces.Restitution;

    public bool EstRespectee => EstOuverte;

    public string Message =>
        "La restitution n'est pas ouverte : elle s'ouvre avec une dénonciation ou, sans elle, quand la convention a un dernier jour.";
}

/// <summary>On ne rend les documents que d'une convention qui prend fin.</summary>
/// <remarks>RG6.20. Une dénonciation retirée suspend la restitution : l'inventaire reste, et resservira.</remarks>
public sealed record ConventionQuiPrendFin(bool PrendFin) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => ArticlesDAcces.Restitution;

    public bool EstRespectee => PrendFin;

    public string Message =>
        "La convention continue : aucune dénonciation ne tient et aucun terme ne l'arrête. Rien n'est à restituer.";
}

/// <summary>On n'ouvre la restitution qu'une fois.</summary>
/// <remarks>RG6.20.</remarks>
public sealed record RestitutionPasEncoreOuverte(DateOnly? OuverteLe) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => ArticlesDAcces.Restitution;

    public bool EstRespectee => OuverteLe is null;

    public string Message =>
        $"La restitution est déjà ouverte, depuis le {(OuverteLe is { } jour ? EnClair.Date(jour) : "—")} : complétez son inventaire.";
}

/// <summary>Le scan d'un reçu suit le reçu.</summary>
/// <remarks>RG6.20.</remarks>
public sealed record RecuDejaConstate(DateOnly? RecueLe) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => ArticlesDAcces.Restitution;

    public bool EstRespectee => RecueLe is not null;

    public string Message => "Aucun reçu n'est enregistré : saisissez d'abord sa date et son signataire, puis joignez son scan.";
}

/// <summary>Une restitution dont le reçu est signé ne change plus.</summary>
/// <remarks>RG6.20.</remarks>
public sealed record RestitutionNonTerminee(DateOnly? RecueLe) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => ArticlesDAcces.Restitution;

    public bool EstRespectee => RecueLe is null;

    public string Message =>
        $"Le reçu a été signé le {(RecueLe is { } jour ? EnClair.Date(jour) : "—")} : l'inventaire ne change plus.";
}

/// <summary>Un document inventorié se désigne.</summary>
/// <remarks>RG6.20.</remarks>
public sealed record DesignationDeDocument(string Designation, int AuPlus) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => ArticlesDAcces.Restitution;

    public string? Champ => "designation";

    public bool EstRespectee => Designation.Length > 0 && Designation.Length <= AuPlus;

    public string Message => $"Désignez le document, en {AuPlus.ToString(Francais.Culture)} caractères au plus.";
}

/// <summary>On restitue au moins un exemplaire.</summary>
/// <remarks>RG6.20.</remarks>
public sealed record QuantiteDeDocuments(int? Quantite) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => ArticlesDAcces.Restitution;

    public string? Champ => "quantite";

    public bool EstRespectee => Quantite is >= 1;

    public string Message => "Donnez le nombre de documents, au moins un.";
}

/// <summary>On met à disposition ce qui est inventorié.</summary>
/// <remarks>RG6.20.</remarks>
public sealed record InventaireNonVide(int Documents) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => ArticlesDAcces.Restitution;

    public string? Champ => "designation";

    public bool EstRespectee => Documents > 0;

    public string Message => "L'inventaire est vide : ajoutez au moins une ligne, même pour dire qu'aucun document n'est détenu.";
}

/// <summary>Les documents se mettent à disposition parce que la convention est dénoncée : pas avant qu'elle le soit.</summary>
/// <remarks>RG6.20. Le jour de l'envoi est permis ; une fin sans dénonciation n'a pas ce jour.</remarks>
public sealed record MiseADispositionApresLaDenonciation(DateOnly? EnvoyeeLe, DateOnly Jour) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => ArticlesDAcces.Restitution;

    public string? Champ => "mise-a-disposition-le";

    public bool EstRespectee => EnvoyeeLe is not { } envoyee || Jour >= envoyee;

    public string Message =>
        $"La convention est dénoncée par lettre du {EnClair.Date(EnvoyeeLe ?? Jour)} : ses documents n'ont pas pu être mis à disposition avant. Corrigez la date.";
}

/// <summary>Le reçu suit la mise à disposition.</summary>
/// <remarks>RG6.20.</remarks>
public sealed record RecuApresLaMiseADisposition(DateOnly? MiseADisposition, DateOnly Recu) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => ArticlesDAcces.Restitution;

    public string? Champ => "recue-le";

    public bool EstRespectee => MiseADisposition is { } jour && Recu >= jour;

    public string Message =>
        MiseADisposition is { } jour
            ? $"Les documents sont à disposition depuis le {EnClair.Date(jour)} : le reçu ne peut pas être antérieur."
            : "Les documents n'ont pas encore été mis à disposition : enregistrez d'abord ce jour.";
}

/// <summary>Un reçu est signé par quelqu'un.</summary>
/// <remarks>RG6.20.</remarks>
public sealed record SignataireDuRecu(string? Signataire) : IRegle
{
    private const int AuPlus = 200;

    public string Code => "RG6.20";

    public string Fondement => ArticlesDAcces.Restitution;

    public string? Champ => "signataire";

    public bool EstRespectee => Signataire?.Trim() is { Length: > 0 and <= AuPlus };

    public string Message =>
        $"Donnez le nom et la qualité du signataire du reçu, en {AuPlus.ToString(Francais.Culture)} caractères au plus.";
}
