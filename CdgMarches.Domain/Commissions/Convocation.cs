using CdgMarches.Domain.Commissions.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Noyau.Calendrier;

namespace CdgMarches.Domain.Commissions;

/// <summary>La convocation d'une personne à une séance : son envoi, sa preuve, sa réponse.</summary>
/// <remarks>
/// RG2.11, RG2.13, RG2.15. La date qui compte est celle de l'envoi, propre à chacun ; un courriel rejeté n'est pas « adressé ».
/// Une racine à elle seule : cent réponses arrivent ensemble sans se gêner.
/// </remarks>
public sealed class Convocation : Agregat
{
    public const int LongueurDeLaPreuve = 300;

    private Convocation() { }

    public ConvocationId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public SeanceId Seance { get; private init; }

    /// <summary>1 pour la première, 2 et suivants pour les rectificatives.</summary>
    public int Numero { get; private init; }

    /// <summary>La désignation ou l'invité.</summary>
    public Guid Personne { get; private init; }

    public Guid? Siege { get; private init; }

    public QualiteEnSeance Qualite { get; private init; }

    public string Nom { get; private init; } = "";

    public string Fonction { get; private init; } = "";

    /// <summary>Le membre représenté, ou le rôle d'un invité.</summary>
    public string Membre { get; private init; } = "";

    public string? Courriel { get; private init; }

    public string? Adresse { get; private init; }

    public CanalDeConvocation Canal { get; private set; }

    /// <summary>Le jour légal de l'envoi : cachet de la poste, remise, ou départ du courriel.</summary>
    public DateOnly? AdresseeLe { get; private set; }

    /// <summary>L'instant de l'envoi électronique.</summary>
    public DateTimeOffset? EnvoyeeLe { get; private set; }

    /// <summary>Ce qui le prouve : n° de suivi, nom de qui a remis.</summary>
    public string? Preuve { get; private set; }

    /// <summary>L'envoi dans la file des courriels.</summary>
    public Guid? Envoi { get; private set; }

    /// <summary>Le lien personnel remis avec elle.</summary>
    public Guid? Lien { get; private set; }

    public bool LienRetire { get; private set; }

    /// <summary>Vrai quand elle n'est pas parvenue : le devoir d'adresser renaît (RG2.15).</summary>
    public bool EstRejetee { get; private set; }

    public string? MotifDuRejet { get; private set; }

    public DateTimeOffset? OuverteLe { get; private set; }

    public ReponseAConvocation? Reponse { get; private set; }

    public DateTimeOffset? RepondueLe { get; private set; }

    /// <summary>L'empreinte du code d'accès aux documents, et ce qui le borne.</summary>
    public string? EmpreinteDuCode { get; private set; }

    public DateTimeOffset? CodeJusqua { get; private set; }

    public int EssaisDuCode { get; private set; }

    public static Convocation Preparer(SeanceId seance, int numero, Destinataire destinataire) =>
        new()
        {
            Id = ConvocationId.Nouveau(),
            Seance = seance,
            Numero = numero,
            Personne = destinataire.Personne,
            Siege = destinataire.Siege,
            Qualite = destinataire.Qualite,
            Nom = destinataire.Nom,
            Fonction = destinataire.Fonction,
            Membre = destinataire.Membre,
            Courriel = destinataire.Courriel,
            Adresse = destinataire.Adresse,
            Canal = destinataire.Courriel is null ? CanalDeConvocation.Courrier : CanalDeConvocation.Courriel,
        };

    /// <summary>Le courriel est déposé dans la file ; il part aussitôt.</summary>
    public void Deposer(Guid envoi, Guid? lien, DateOnly jour, DateTimeOffset instant)
    {
        (Envoi, Lien, AdresseeLe, EnvoyeeLe, EstRejetee, MotifDuRejet) = (envoi, lien ?? Lien, jour, instant, false, null);
        (LienRetire, Canal) = (lien is null && LienRetire, CanalDeConvocation.Courriel);
        Signaler(new ConvocationPartie(Nom, jour, $"courriel à {Courriel}"));
    }

    /// <param name="jour">Le cachet de la poste ou la date de remise.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    public static Verdict PeutAdresser(DateOnly jour, DateOnly aujourdhui) => Verdict.De(new EnvoiPasAVenir(jour, aujourdhui));

    /// <summary>Constate un envoi postal ou une remise en main propre.</summary>
    public void Adresser(CanalDeConvocation canal, DateOnly jour, string? preuve, DateOnly aujourdhui)
    {
        PeutAdresser(jour, aujourdhui).Exiger();
        (Canal, AdresseeLe, EnvoyeeLe, EstRejetee, MotifDuRejet) = (canal, jour, null, false, null);
        (Preuve, Envoi) = (string.IsNullOrWhiteSpace(preuve) ? null : preuve.Trim(), null);
        Signaler(
            new ConvocationPartie(
                Nom,
                jour,
                $"{canal.Libelle().ToLower(Francais.Culture)}{(Preuve is null ? "" : $" : {Preuve}")}"
            )
        );
    }

    public void Rejeter(string? motif)
    {
        (EstRejetee, MotifDuRejet) = (true, string.IsNullOrWhiteSpace(motif) ? null : motif.Trim());
        Signaler(new ConvocationRejetee(Nom, MotifDuRejet));
    }

    public void Ouvrir(DateTimeOffset instant)
    {
        if (OuverteLe is null)
        {
            OuverteLe = instant;
            Signaler(new ConvocationOuverte(Nom));
        }
    }

    public void Repondre(ReponseAConvocation reponse, DateTimeOffset instant)
    {
        (Reponse, RepondueLe, OuverteLe) = (reponse, instant, OuverteLe ?? instant);
        Signaler(new ReponseRecue(Nom, reponse));
    }

    public void RetirerLien()
    {
        LienRetire = true;
        Signaler(new LienDeConvocationRetire(Nom));
    }

    public void DonnerCode(string empreinte, DateTimeOffset jusqua) =>
        (EmpreinteDuCode, CodeJusqua, EssaisDuCode) = (empreinte, jusqua, 0);

    /// <returns>Vrai si le code est le bon, encore valable et tapé en cinq essais au plus.</returns>
    public bool VerifierCode(string empreinte, DateTimeOffset instant)
    {
        EssaisDuCode++;
        return EmpreinteDuCode is not null && EssaisDuCode <= 5 && instant < CodeJusqua && EmpreinteDuCode == empreinte;
    }

    /// <summary>Dit si la convocation est partie à temps pour cette séance.</summary>
    public bool EstReguliere(DateOnly seance, int joursFrancs) =>
        !EstRejetee && AdresseeLe is { } jour && JoursFrancs.Entre(jour, seance) >= joursFrancs;
}

/// <summary>Quelqu'un à convoquer.</summary>
public sealed record Destinataire(
    Guid Personne,
    Guid? Siege,
    QualiteEnSeance Qualite,
    string Nom,
    string Fonction,
    string Membre,
    string? Courriel,
    string? Adresse
)
{
    /// <summary>Toutes les personnes à convoquer : titulaires, suppléants, invités (RG2.13).</summary>
    public static IReadOnlyList<Destinataire> Tous(Composition composition, IEnumerable<InviteDeSeance> invites) =>
        [
            .. composition.Personnes.Select(p => new Destinataire(
                p.Personne.Id,
                p.Siege.Siege.Id,
                p.Personne.Rang,
                p.Personne.Nom,
                p.Personne.Fonction,
                p.Siege.Siege.Nom,
                p.Personne.Courriel,
                p.Personne.Adresse
            )),
            .. invites.Select(i => new Destinataire(
                i.Personne,
                null,
                QualiteEnSeance.Consultatif,
                i.Nom,
                i.Fonction,
                i.Role.Libelle(),
                i.Courriel,
                i.Adresse
            )),
        ];
}
