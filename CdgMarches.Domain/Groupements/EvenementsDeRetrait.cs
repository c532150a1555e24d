using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

public sealed record RetraitAnnonce(CollectiviteId Membre, ModeDeRetrait Mode) : IEvenementMetier
{
    public string Libelle => $"Retrait annoncé : {Mode.Libelle().ToLower(Francais.Culture)}.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record CoordonnateurInforme(CollectiviteId Membre, DateOnly Le, DateOnly Sortie, string Preuve) : IEvenementMetier
{
    public string Libelle => $"Coordonnateur informé le {EnClair.Date(Le)} : sortie au {EnClair.Date(Sortie)}.";

    public string? Motif => $"Preuve : {Preuve}";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record InformationRetiree(CollectiviteId Membre) : IEvenementMetier
{
    public string Libelle => "Réception du préavis corrigée au registre : le coordonnateur n'est plus informé.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record RetraitDelibere(CollectiviteId Membre, string Dates, DateOnly? Sortie) : IEvenementMetier
{
    public string Libelle => $"Délibération de retrait {Dates}{(Sortie is { } le ? $" ; sortie le {EnClair.Date(le)}" : "")}.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record DeliberationJointe(CollectiviteId Membre) : IEvenementMetier
{
    public string Libelle => "Délibération de retrait jointe au dossier.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record RetraitConstate(CollectiviteId Membre, DateOnly Sortie, string? Raison) : IEvenementMetier
{
    public string Libelle => $"Retrait constaté, sortie le {EnClair.Date(Sortie)}.";

    public string? Motif => Raison;

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record SortieRectifiee(CollectiviteId Membre, DateOnly? Ancienne, DateOnly Sortie, string? Raison)
    : IEvenementMetier
{
    public string Libelle => $"Sortie rectifiée : {EnClair.Date(Sortie)}.";

    public string? Avant => Ancienne is { } jour ? EnClair.Date(jour) : null;

    public string? Apres => EnClair.Date(Sortie);

    public string? Motif => Raison;

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record RetraitCaduc(CollectiviteId Membre, DateOnly Echu) : IEvenementMetier
{
    public string Libelle => $"Préavis caduc : aucune délibération exécutoire au {EnClair.Date(Echu)}. Le membre reste.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record RetraitAbandonne(CollectiviteId Membre, string Raison) : IEvenementMetier
{
    public string Libelle => "Retrait abandonné : le membre reste.";

    public string? Motif => Raison;

    public Guid? Collectivite => Membre.Valeur;
}
