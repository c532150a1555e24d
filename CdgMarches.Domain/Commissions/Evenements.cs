using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions;

public sealed record CommissionCreee(string Nom) : IEvenementMetier
{
    public string Libelle => $"Commission créée : {Nom}.";
}

public sealed record ReglesDeCommissionChangees(string? Avant, string? Apres) : IEvenementMetier
{
    public string Libelle => "Règles de la commission modifiées.";
}

public sealed record SiegeOuvert(string Membre) : IEvenementMetier
{
    public string Libelle => $"Siège ouvert : {Membre}.";
}

public sealed record SiegeRetire(string Membre) : IEvenementMetier
{
    public string Libelle => $"Siège retiré, le membre a quitté le groupement : {Membre}.";
}

public sealed record PersonneDesignee(string Siege, QualiteEnSeance Rang, string Nom, DateOnly Du) : IEvenementMetier
{
    public string Libelle => $"{Siege} : {Nom}, {Rang.Libelle().ToLower(Francais.Culture)} depuis le {EnClair.Date(Du)}.";
}

public sealed record DesignationCorrigee(string Siege, string? Avant, string? Apres) : IEvenementMetier
{
    public string Libelle => $"{Siege} : désignation corrigée.";
}

public sealed record ConsultatifAjoute(string Nom, RoleConsultatif Role) : IEvenementMetier
{
    public string Libelle => $"Voix consultative ajoutée : {Nom} ({Role.Libelle()}).";
}

public sealed record ConsultatifRetire(string Nom) : IEvenementMetier
{
    public string Libelle => $"Voix consultative retirée : {Nom}.";
}

public sealed record SeanceProgrammee(ReferenceDeSeance Reference, DateOnly Date, string? Motif = null) : IEvenementMetier
{
    public string Libelle => $"Séance {Reference} programmée pour le {EnClair.Date(Date)}.";
}

public sealed record SeanceModifiee(string? Avant, string? Apres, string? Motif = null) : IEvenementMetier
{
    public string Libelle => "Date, heure, lieu ou mode de la séance modifiés.";
}

public sealed record OrdreDuJourModifie(string Quoi) : IEvenementMetier
{
    public string Libelle => $"Ordre du jour : {Quoi}";
}

public sealed record InvitationsChangees(string Quoi) : IEvenementMetier
{
    public string Libelle => Quoi;
}

public sealed record SeanceConvoquee(DateOnly Envoi, DateOnly Date, int Numero, string? Motif) : IEvenementMetier
{
    public string Libelle =>
        $"{(Numero == 1 ? "Convocations envoyées" : "Convocations rectificatives envoyées")} le {EnClair.Date(Envoi)} pour le {EnClair.Date(Date)}.";
}

public sealed record ConvocationsCompletees(DateOnly Envoi, IReadOnlyList<string> Personnes, string? Motif) : IEvenementMetier
{
    public string Libelle =>
        $"Convocations envoyées le {EnClair.Date(Envoi)} à ceux qui n'en avaient pas : {Enumeration.De(Personnes)}.";
}

public sealed record AppelOuvert(int Sieges) : IEvenementMetier
{
    public string Libelle => $"Appel ouvert, liste figée : {EnClair.Compter(Sieges, "siège")}.";
}

public sealed record SeanceOuverte(int Presentes, int Requis, string? Motif) : IEvenementMetier
{
    public string Libelle =>
        $"Séance ouverte : {EnClair.Compter(Presentes, "voix présente", "voix présentes")}, quorum {Requis.ToString(Francais.Culture)}.";
}

/// <param name="Presentes">Les voix présentes.</param>
/// <param name="Requis">Celles qu'il fallait.</param>
/// <param name="Restants">Les points sans décision, quand le quorum s'est perdu en séance.</param>
public sealed record CarenceConstatee(int Presentes, int Requis, IReadOnlyList<string> Restants) : IEvenementMetier
{
    public string Libelle =>
        $"{(Restants.Count == 0 ? "Carence constatée" : "Quorum perdu en séance")} : {EnClair.Compter(Presentes, "voix présente", "voix présentes")}, quorum {Requis.ToString(Francais.Culture)}{(Restants.Count == 0 ? "" : $" ; sans décision : {Enumeration.De(Restants)}")}.";
}

public sealed record PresenceRelevee(string Nom, bool Arrivee, bool ADistance) : IEvenementMetier
{
    public string Libelle => Arrivee ? $"{Nom} : présent{(ADistance ? " à distance" : "")}." : $"{Nom} : départ.";
}

public sealed record PointMisADelibere(int Numero, string Titre) : IEvenementMetier
{
    public string Libelle => $"Point {Numero.ToString(Francais.Culture)} abordé : {Titre}.";
}

public sealed record PointRenseigne(int Numero) : IEvenementMetier
{
    public string Libelle => $"Point {Numero.ToString(Francais.Culture)} : notes et offres enregistrées.";
}

public sealed record PointDecide(int Numero, IssueDuPoint Issue, string? Apres, string? Motif) : IEvenementMetier
{
    public string Libelle => $"Point {Numero.ToString(Francais.Culture)} : {Issue.Libelle().ToLower(Francais.Culture)}.";
}

public sealed record DeportDeclare(int Point, string Nom) : IEvenementMetier
{
    public string Libelle => $"Point {Point.ToString(Francais.Culture)} : {Nom} se déporte.";
}

public sealed record DeportRetire(int Point, string Nom) : IEvenementMetier
{
    public string Libelle => $"Point {Point.ToString(Francais.Culture)} : déport {GrammaireDuNom.De(Nom)} retiré.";
}

public sealed record SeanceLevee : IEvenementMetier
{
    public string Libelle => "Séance levée.";
}

public sealed record SeanceAnnulee(string? Motif) : IEvenementMetier
{
    public string Libelle => "Séance annulée.";
}

public sealed record ProcesVerbalSigne(string NomDuFichier) : IEvenementMetier
{
    public string Libelle => $"Procès-verbal signé déposé : {NomDuFichier}.";
}

public sealed record RectificatifDepose(int Numero, string? Motif) : IEvenementMetier
{
    public string Libelle => $"Rectificatif n° {Numero.ToString(Francais.Culture)} au procès-verbal déposé.";
}

public sealed record ConvocationPreparee(string Nom, CanalDeConvocation Canal) : IEvenementMetier
{
    public string Libelle => $"Convocation {GrammaireDuNom.De(Nom)} : {Canal.Libelle().ToLower(Francais.Culture)}.";
}

public sealed record ConvocationPartie(string Nom, DateOnly Jour, string? Apres) : IEvenementMetier
{
    public string Libelle => $"Convocation {GrammaireDuNom.De(Nom)} adressée le {EnClair.Date(Jour)}.";
}

public sealed record ConvocationRejetee(string Nom, string? Motif) : IEvenementMetier
{
    public string Libelle => $"Convocation {GrammaireDuNom.De(Nom)} non parvenue : elle reste à adresser.";
}

public sealed record ConvocationOuverte(string Nom) : IEvenementMetier
{
    public string Libelle => $"Convocation ouverte par {Nom}.";
}

public sealed record ReponseRecue(string Nom, ReponseAConvocation Reponse) : IEvenementMetier
{
    public string Libelle => $"{Nom} répond : {Reponse.Libelle().ToLower(Francais.Culture)}.";
}

public sealed record LienDeConvocationRetire(string Nom) : IEvenementMetier
{
    public string Libelle => $"Lien personnel {GrammaireDuNom.De(Nom)} retiré.";
}
