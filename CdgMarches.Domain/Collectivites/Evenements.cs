using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Collectivites;

public sealed record CollectiviteCreee(CollectiviteId Id, string Nom, string Origine) : IEvenementMetier
{
    public string Libelle => $"Fiche créée ({Origine}).";

    public string? Apres => Nom;

    public Guid? Collectivite => Id.Valeur;
}

/// <summary>Un champ de la fiche a changé de valeur.</summary>
public sealed record ChampModifie(CollectiviteId Id, string Champ, string? Ancien, string? Nouveau) : IEvenementMetier
{
    public string Libelle => $"Modification : {Champ}.";

    public string? Avant => Ancien;

    public string? Apres => Nouveau;

    public Guid? Collectivite => Id.Valeur;
}

public sealed record EffectifDeclare(CollectiviteId Id, int Annee, string? Ancien, string Nouveau) : IEvenementMetier
{
    public string Libelle => $"Effectif {Annee} déclaré.";

    public string? Avant => Ancien;

    public string? Apres => Nouveau;

    public Guid? Collectivite => Id.Valeur;
}

public sealed record EffectifRetire(CollectiviteId Id, int Annee, string Ancien) : IEvenementMetier
{
    public string Libelle => $"Effectif {Annee} retiré.";

    public string? Avant => Ancien;

    public Guid? Collectivite => Id.Valeur;
}

public sealed record PopulationRenseignee(CollectiviteId Id, int Annee, string? Ancien, string Nouveau) : IEvenementMetier
{
    public string Libelle => $"Population {Annee} renseignée.";

    public string? Avant => Ancien;

    public string? Apres => Nouveau;

    public Guid? Collectivite => Id.Valeur;
}

public sealed record PopulationRetiree(CollectiviteId Id, int Annee, string Ancien) : IEvenementMetier
{
    public string Libelle => $"Population {Annee} retirée.";

    public string? Avant => Ancien;

    public Guid? Collectivite => Id.Valeur;
}

/// <summary>Un contact ou l'un de ses mandats a changé.</summary>
public sealed record ContactChange(CollectiviteId Id, string Fait, string? Ancien, string? Nouveau) : IEvenementMetier
{
    public string Libelle => Fait;

    public string? Avant => Ancien;

    public string? Apres => Nouveau;

    public Guid? Collectivite => Id.Valeur;
}

public sealed record AffiliationChangee(CollectiviteId Id, string? Ancien, string? Nouveau) : IEvenementMetier
{
    public string Libelle => "Affiliation au CDG modifiée.";

    public string? Avant => Ancien;

    public string? Apres => Nouveau;

    public Guid? Collectivite => Id.Valeur;
}

public sealed record CollectiviteArchivee(CollectiviteId Id, string? Raison) : IEvenementMetier
{
    public string Libelle => "Fiche archivée.";

    public string? Motif => Raison;

    public Guid? Collectivite => Id.Valeur;
}

public sealed record CollectiviteRetablie(CollectiviteId Id) : IEvenementMetier
{
    public string Libelle => "Fiche rétablie.";

    public Guid? Collectivite => Id.Valeur;
}

public sealed record CollectiviteRemplacee(CollectiviteId Id, string? Successeur, DateOnly? ACompterDu, string? Raison)
    : IEvenementMetier
{
    public string Libelle =>
        Successeur is null
            ? "Remplacement annulé."
            : $"Remplacée à compter du {ACompterDu?.ToString("dd/MM/yyyy", Francais.Culture)} par {Successeur}.";

    public string? Motif => Raison;

    public Guid? Collectivite => Id.Valeur;
}

/// <summary>Deux fiches de la même collectivité n'en font plus qu'une ; le fait est écrit dans l'histoire de chacune.</summary>
public sealed record FichesFusionnees(CollectiviteId Id, bool EstGardee, string Autre, string? Raison) : IEvenementMetier
{
    public string Libelle =>
        EstGardee ? $"La fiche « {Autre} » a été fusionnée dans celle-ci." : $"Fiche fusionnée dans « {Autre} ».";

    public string? Motif => Raison;

    public Guid? Collectivite => Id.Valeur;
}
