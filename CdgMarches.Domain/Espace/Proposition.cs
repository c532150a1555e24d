using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Espace.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Espace;

/// <summary>Ce qu'un membre propose de changer.</summary>
public enum ObjetDeProposition
{
    NouveauContact,

    ContactModifie,

    /// <summary>Le mandat d'un contact finit.</summary>
    FinDeMandat,
}

public enum EtatDeProposition
{
    EnAttente,
    Acceptee,
    Refusee,
}

/// <summary>Les mots des propositions.</summary>
public static class PropositionExtensions
{
    public static string Libelle(this ObjetDeProposition objet) =>
        objet switch
        {
            ObjetDeProposition.NouveauContact => "Nouveau contact",
            ObjetDeProposition.ContactModifie => "Coordonnées d'un contact",
            ObjetDeProposition.FinDeMandat => "Fin d'un mandat",
        };

    public static string Libelle(this EtatDeProposition etat) =>
        etat switch
        {
            EtatDeProposition.EnAttente => "À relire par le centre de gestion",
            EtatDeProposition.Acceptee => "Acceptée",
            EtatDeProposition.Refusee => "Refusée",
        };
}

/// <summary>Un changement de sa fiche qu'un membre propose ; le CDG l'accepte, ou le refuse en disant pourquoi.</summary>
/// <remarks>RG9.05, RG9.06. L'ancienne et la nouvelle valeur sont gardées telles qu'elles étaient le jour de la proposition.</remarks>
public sealed class Proposition : Agregat
{
    public const int LongueurDuTexte = 500;

    private Proposition() { }

    public PropositionId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public CollectiviteId Collectivite { get; private init; }

    public ObjetDeProposition Objet { get; private init; }

    public EtatDeProposition Etat { get; private set; }

    public DateTimeOffset ProposeeLe { get; private init; }

    /// <summary>Le nom de celui qui propose.</summary>
    public string ProposeePar { get; private init; } = "";

    /// <summary>Le contact visé ; nul pour un nouveau.</summary>
    public Guid? Contact { get; private init; }

    /// <summary>Le mandat visé, pour sa fin.</summary>
    public Guid? Mandat { get; private init; }

    public Civilite? Civilite { get; private init; }

    public string? Nom { get; private init; }

    public string? Prenom { get; private init; }

    public string? Courriel { get; private init; }

    public string? Telephone { get; private init; }

    /// <summary>Le rôle d'un nouveau contact, et le premier jour où il le tient.</summary>
    public RoleDeContact? Role { get; private init; }

    /// <summary>Le premier jour d'un nouveau mandat, ou le dernier de celui qui finit.</summary>
    public DateOnly? Jour { get; private init; }

    /// <summary>Ce qu'il y avait, en clair.</summary>
    public string? Avant { get; private init; }

    /// <summary>Ce qu'il y aurait, en clair.</summary>
    public string Apres { get; private init; } = "";

    /// <summary>Pourquoi elle est refusée.</summary>
    public string? Motif { get; private set; }

    public DateTimeOffset? DecideeLe { get; private set; }

    public CoordonneesDeContact Coordonnees => new(Civilite, Nom ?? "", Prenom, Courriel, Telephone);

    /// <summary>Propose un contact, ou d'autres coordonnées pour l'un d'eux.</summary>
    /// <param name="collectivite">La fiche telle qu'elle est.</param>
    /// <param name="contact">Celui dont les coordonnées changent ; nul pour un nouveau.</param>
    /// <param name="coordonnees">Les coordonnées proposées.</param>
    /// <param name="role">Le rôle d'un nouveau contact.</param>
    /// <param name="auteur">Celui qui propose.</param>
    /// <param name="instant">Maintenant.</param>
    /// <param name="jour">Le jour du CDG, premier jour du nouveau mandat.</param>
    public static Proposition DeContact(
        Collectivite collectivite,
        Guid? contact,
        CoordonneesDeContact coordonnees,
        RoleDeContact? role,
        string auteur,
        DateTimeOffset instant,
        DateOnly jour
    )
    {
        var vise = contact is { } id ? collectivite.Contact(id) : null;
        collectivite
            .PeutEnregistrer(coordonnees, vise?.Id)
            .Et(
                Verdict.De(
                    new ContactDeLaFiche(contact is null || vise is not null),
                    new ChangementReel(vise is null || vise.Coordonnees != coordonnees)
                )
            )
            .Exiger();
        return Deposer(
            new Proposition
            {
                Id = PropositionId.Nouveau(),
                Collectivite = collectivite.Id,
                Objet = vise is null ? ObjetDeProposition.NouveauContact : ObjetDeProposition.ContactModifie,
                ProposeeLe = instant,
                ProposeePar = auteur,
                Contact = contact,
                Civilite = coordonnees.Civilite,
                Nom = coordonnees.Nom.Trim(),
                Prenom = coordonnees.Prenom,
                Courriel = coordonnees.Courriel,
                Telephone = coordonnees.Telephone,
                Role = vise is null ? role : null,
                Jour = vise is null && role is not null ? jour : null,
                Avant = vise?.Coordonnees.ToString(),
                Apres = vise is null && role is { } tenu ? $"{coordonnees} ({tenu.Libelle()})" : coordonnees.ToString(),
            }
        );
    }

    /// <summary>Propose la fin d'un mandat.</summary>
    public static Proposition DeFinDeMandat(
        Collectivite collectivite,
        Guid contact,
        Guid mandat,
        DateOnly fin,
        string auteur,
        DateTimeOffset instant
    )
    {
        var personne = collectivite.Contact(contact);
        var tenu = personne?.Mandats.FirstOrDefault(m => m.Id == mandat);
        Verdict.De(new ContactDeLaFiche(tenu is not null), new FinApresLeDebutDuMandat(tenu?.Debut, fin)).Exiger();
        return Deposer(
            new Proposition
            {
                Id = PropositionId.Nouveau(),
                Collectivite = collectivite.Id,
                Objet = ObjetDeProposition.FinDeMandat,
                ProposeeLe = instant,
                ProposeePar = auteur,
                Contact = contact,
                Mandat = mandat,
                Jour = fin,
                Avant = $"{personne!.NomComplet}, {tenu!.Role.Libelle()} {EnClair.Validite(tenu.Debut, tenu.Fin)}",
                Apres = $"{personne.NomComplet}, {tenu.Role.Libelle()} {EnClair.Validite(tenu.Debut, fin)}",
            }
        );
    }

    public Verdict PeutDecider() => Verdict.De(new PropositionEnAttente(Etat));

    /// <summary>Le CDG accepte : la fiche prend la nouvelle valeur, dans la même transaction.</summary>
    /// <param name="collectivite">La fiche, que l'appelant enregistre avec la proposition.</param>
    /// <param name="instant">Maintenant.</param>
    /// <exception cref="RegleMetierException">La fiche a changé et n'admet plus la proposition.</exception>
    public void Accepter(Collectivite collectivite, DateTimeOffset instant)
    {
        PeutDecider()
            .Et(Verdict.De(new ContactDeLaFiche(Contact is not { } id || collectivite.Contact(id) is not null)))
            .Exiger();
        Appliquer(collectivite);
        (Etat, DecideeLe) = (EtatDeProposition.Acceptee, instant);
        Signaler(new PropositionDecidee(Collectivite, Objet, Etat, Avant, Apres, null));
    }

    public void Refuser(string? motif, DateTimeOffset instant)
    {
        PeutDecider().Et(Verdict.De(new MotifDeRefus(motif, LongueurDuTexte))).Exiger();
        (Etat, Motif, DecideeLe) = (EtatDeProposition.Refusee, motif!.Trim(), instant);
        Signaler(new PropositionDecidee(Collectivite, Objet, Etat, Avant, Apres, Motif));
    }

    private void Appliquer(Collectivite collectivite)
    {
        switch (Objet)
        {
            case ObjetDeProposition.NouveauContact:
                var nouveau = collectivite.AjouterContact(Coordonnees);
                if (Role is { } role)
                {
                    collectivite.OuvrirMandat(nouveau.Id, new DonneesDeMandat(role, Jour!.Value));
                }

                break;
            case ObjetDeProposition.ContactModifie:
                collectivite.ModifierContact(Contact!.Value, Coordonnees);
                break;
            case ObjetDeProposition.FinDeMandat:
                var mandat = collectivite.Contact(Contact!.Value)!.Mandats.FirstOrDefault(m => m.Id == Mandat);
                Verdict.De(new ContactDeLaFiche(mandat is not null)).Exiger();
                collectivite.CorrigerMandat(Contact.Value, mandat!.Id, mandat.Donnees with { Fin = Jour });
                break;
        }
    }

    private static Proposition Deposer(Proposition proposition)
    {
        proposition.Signaler(
            new PropositionDeposee(proposition.Collectivite, proposition.Objet, proposition.Avant, proposition.Apres)
        );
        return proposition;
    }
}

public sealed record PropositionDeposee(CollectiviteId Membre, ObjetDeProposition Objet, string? Avant, string? Apres)
    : IEvenementMetier
{
    public string Libelle => $"Changement proposé : {Objet.Libelle().ToLower(Francais.Culture)}.";

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record PropositionDecidee(
    CollectiviteId Membre,
    ObjetDeProposition Objet,
    EtatDeProposition Etat,
    string? Avant,
    string? Apres,
    string? Motif
) : IEvenementMetier
{
    public string Libelle =>
        $"Proposition {Etat.Libelle().ToLower(Francais.Culture)} : {Objet.Libelle().ToLower(Francais.Culture)}.";

    public Guid? Collectivite => Membre.Valeur;
}
