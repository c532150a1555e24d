using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Sessions;

public sealed record SessionProgrammee(string Titre, DateOnly Date) : IEvenementMetier
{
    public string Libelle => $"Session de présentation programmée le {EnClair.Date(Date)} : {Titre}.";
}

public sealed record SessionModifiee(string? Avant, string? Apres) : IEvenementMetier
{
    public string Libelle => "Session de présentation modifiée.";
}

public sealed record InvitationsEnvoyees(int Destinataires) : IEvenementMetier
{
    public string Libelle => $"Invitations mises en file : {Destinataires.ToString(Francais.Culture)}.";
}

public sealed record SessionAnnulee(DateOnly Jour, string? Motif) : IEvenementMetier
{
    public string Libelle => $"Session annulée le {EnClair.Date(Jour)}.";
}

public sealed record PersonneInscrite(CollectiviteId Membre, string Personne) : IEvenementMetier
{
    public string Libelle => $"Inscription {GrammaireDuNom.De(Personne)} à la session.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record InscriptionCorrigee(CollectiviteId Membre, string? Avant, string? Apres) : IEvenementMetier
{
    public string Libelle => "Inscription changée.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record InscriptionAnnulee(CollectiviteId Membre, string Personne) : IEvenementMetier
{
    public string Libelle => $"Inscription {GrammaireDuNom.De(Personne)} annulée.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record PresenceRelevee(CollectiviteId Membre, string Personne, bool Presente) : IEvenementMetier
{
    public string Libelle => Presente ? $"{Personne} était là." : $"{Personne} n'était pas là.";

    public Guid? Collectivite => Membre.Valeur;
}
