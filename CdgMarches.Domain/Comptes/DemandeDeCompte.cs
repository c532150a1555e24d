using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Comptes.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Comptes;

/// <summary>Où en est une demande de compte.</summary>
public enum EtatDeDemande
{
    EnAttente,
    Acceptee,
    Refusee,
}

/// <summary>Une personne sans compte demande à utiliser l'application pour sa collectivité.</summary>
/// <remarks>Celui qui tient les comptes de la collectivité décide ; à défaut, le centre de gestion.</remarks>
public sealed class DemandeDeCompte : Agregat
{
    public const int LongueurDuNom = 200;
    public const int LongueurDuCourriel = 254;
    public const int LongueurDuTelephone = 40;
    public const int LongueurDuMessage = 1000;

    private DemandeDeCompte() { }

    public DemandeDeCompteId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public string Nom { get; private init; } = "";

    public string Courriel { get; private init; } = "";

    public string? Telephone { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    /// <summary>Ce que la personne dit être ; celui qui accepte en décide.</summary>
    public RoleDeMembre RoleDemande { get; private init; }

    public string? Message { get; private init; }

    public DateTimeOffset DeposeeLe { get; private init; }

    public EtatDeDemande Etat { get; private set; }

    public DateTimeOffset? DecideeLe { get; private set; }

    /// <summary>Le compte ouvert, quand la demande est acceptée.</summary>
    public Guid? Compte { get; private set; }

    public string? MotifDuRefus { get; private set; }

    public static DemandeDeCompte Deposer(
        string nom,
        string courriel,
        string? telephone,
        CollectiviteId collectivite,
        RoleDeMembre role,
        string? message,
        DateTimeOffset instant
    )
    {
        var demande = new DemandeDeCompte
        {
            Id = DemandeDeCompteId.Nouveau(),
            Nom = nom,
            Courriel = courriel,
            Telephone = telephone,
            Collectivite = collectivite,
            RoleDemande = role,
            Message = message,
            DeposeeLe = instant,
        };
        demande.Signaler(new DemandeDeposee(nom, collectivite.Valeur));
        return demande;
    }

    public Verdict PeutDecider() => Verdict.De(new DemandeEnAttente(Etat));

    public void Accepter(Guid compte, DateTimeOffset instant)
    {
        PeutDecider().Exiger();
        (Etat, Compte, DecideeLe) = (EtatDeDemande.Acceptee, compte, instant);
        Signaler(new DemandeAcceptee(Nom, Collectivite.Valeur));
    }

    public void Refuser(string? motif, DateTimeOffset instant)
    {
        Verdict.De(new DemandeEnAttente(Etat), new RefusMotive(motif)).Exiger();
        (Etat, MotifDuRefus, DecideeLe) = (EtatDeDemande.Refusee, motif!.Trim(), instant);
        Signaler(new DemandeRefusee(Nom, motif.Trim(), Collectivite.Valeur));
    }
}
