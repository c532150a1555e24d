using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

public sealed record MembreEntre(CollectiviteId Membre, DateOnly Entree) : IEvenementMetier
{
    public string Libelle => $"Entrée dans le groupement le {EnClair.Date(Entree)}.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record SortieFixee(CollectiviteId Membre, DateOnly? Ancienne, DateOnly? Sortie, string? Motif) : IEvenementMetier
{
    public string Libelle =>
        Sortie is { } jour ? $"Sortie du groupement fixée au {EnClair.Date(jour)}." : "Sortie du groupement annulée.";

    public string? Avant => Ancienne is { } jour ? EnClair.Date(jour) : null;

    public string? Apres => Sortie is { } jour ? EnClair.Date(jour) : null;

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record EntreeCorrigee(CollectiviteId Membre, DateOnly Ancienne, DateOnly Entree, string? Motif = null)
    : IEvenementMetier
{
    public string Libelle => $"Date d'entrée corrigée : {EnClair.Date(Entree)}.";

    public string? Avant => EnClair.Date(Ancienne);

    public string? Apres => EnClair.Date(Entree);

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record PrestationChoisie(CollectiviteId Membre, string Prestation, DateOnly Du) : IEvenementMetier
{
    public string Libelle => $"Prestation « {Prestation} » choisie à compter du {EnClair.Date(Du)}.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record ChoixTermine(CollectiviteId Membre, string Prestation, DateOnly? Au) : IEvenementMetier
{
    public string Libelle =>
        Au is { } jour ? $"Prestation « {Prestation} » quittée au {EnClair.Date(jour)}." : $"Choix de « {Prestation} » effacé.";

    public Guid? Collectivite => Membre.Valeur;
}

/// <summary>La ligne de l'histoire du groupement pour un membre qui entre ; l'adhésion a la sienne.</summary>
/// <param name="Membre">La collectivité.</param>
/// <param name="Nom">Son nom.</param>
/// <param name="Entree">Le premier jour.</param>
/// <param name="Motif">Pourquoi elle entre sans dossier d'adhésion, quand c'est le cas.</param>
public sealed record MembreAdmis(CollectiviteId Membre, string Nom, DateOnly Entree, string? Motif = null) : IEvenementMetier
{
    public string Libelle => $"{Nom} entre dans le groupement le {EnClair.Date(Entree)}.";

    public Guid? Collectivite => Membre.Valeur;
}

/// <summary>La ligne de l'histoire du groupement pour une sortie fixée ou effacée.</summary>
public sealed record SortieDeMembre(CollectiviteId Membre, string Nom, DateOnly? Sortie, string? Motif) : IEvenementMetier
{
    public string Libelle =>
        Sortie is { } jour ? $"{Nom} sort du groupement le {EnClair.Date(jour)}." : $"Sortie annulée : {Nom} reste membre.";

    public Guid? Collectivite => Membre.Valeur;
}
