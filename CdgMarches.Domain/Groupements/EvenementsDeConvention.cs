using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

public sealed record ConventionOuverte : IEvenementMetier
{
    public string Libelle => "Convention constitutive ouverte.";
}

public sealed record TermesModifies(string? Avant, string? Apres, string? Motif = null) : IEvenementMetier
{
    public string Libelle => "Termes de la convention modifiés.";
}

public sealed record PartieAjoutee(CollectiviteId Membre, string Nom) : IEvenementMetier
{
    public string Libelle => $"{Nom} est partie à la convention.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record PartieRetiree(CollectiviteId Membre, string Nom) : IEvenementMetier
{
    public string Libelle => $"{Nom} n'est plus partie à la convention.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record PartieRepresentee(CollectiviteId Membre, string Nom, string? Avant, string? Apres) : IEvenementMetier
{
    public string Libelle =>
        Apres is null ? $"{Nom} : plus de représentant à la convention." : $"{Nom} est représentée à la convention par {Apres}.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record PartieDatee(CollectiviteId Membre, string Nom, string Deliberation, DateOnly? SigneeLe) : IEvenementMetier
{
    public string Libelle =>
        $"{Nom} : délibération {Deliberation} ; {(SigneeLe is { } jour ? $"signature le {EnClair.Date(jour)}" : "pas encore de signature")}.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record FormalitesAccomplies(DateOnly? TransmiseLe, DateOnly? PublieeLe, DateOnly? EnVigueurLe) : IEvenementMetier
{
    public string Libelle => $"Convention {Dire("transmise", TransmiseLe)}, {Dire("publiée", PublieeLe)}.";

    private static string Dire(string acte, DateOnly? le) =>
        le is { } jour ? $"{acte} le {EnClair.Date(jour)}" : $"pas encore {acte}";
}

public sealed record EntreeEnVigueurCalculee(DateOnly? Le) : IEvenementMetier
{
    public string Libelle =>
        Le is { } le
            ? $"Convention en vigueur le {EnClair.Date(le)}."
            : "La convention n'est plus en vigueur : une formalité manque.";
}

public sealed record TacheConfiee(int Numero, string Nom, string? Raison = null) : IEvenementMetier
{
    public string Libelle => $"Tâche {Numero.ToString(Francais.Culture)} confiée {GrammaireDuNom.A(Nom)}.";

    public string? Motif => Raison;
}

public sealed record DocumentAjoute(string Nom, DateOnly Du) : IEvenementMetier
{
    public string Libelle => $"Document opposable ajouté : {Nom}, à compter du {EnClair.Date(Du)}.";
}
