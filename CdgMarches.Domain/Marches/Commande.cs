using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches;

/// <summary>Une commande d'un membre, ou sa consommation d'une année quand il ne dit que le total.</summary>
/// <remarks>Entité à part : un accord-cadre de mille cinq cents membres en a des centaines de milliers.</remarks>
public sealed class Commande
{
    public const int LongueurDeLaReference = 60;
    public const int LongueurDuMotif = 500;

    private Commande() { }

    public Commande(
        MarcheId marche,
        CollectiviteId collectivite,
        DateOnly jour,
        MontantHt montant,
        EtatDeCommande etat,
        string? reference,
        bool estDepassement,
        string? motif
    )
    {
        (Id, Marche, Collectivite, Jour, Annee) = (Guid.CreateVersion7(), marche, collectivite, jour, jour.Year);
        (MontantCentimes, Etat, EstDepassement) = (montant.Centimes, etat, estDepassement);
        Reference = string.IsNullOrWhiteSpace(reference) ? null : reference.Trim();
        Motif = string.IsNullOrWhiteSpace(motif) ? null : motif.Trim();
    }

    public Guid Id { get; private init; }

    public MarcheId Marche { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    public DateOnly Jour { get; private init; }

    public int Annee { get; private init; }

    public long MontantCentimes { get; private init; }

    public EtatDeCommande Etat { get; private init; }

    /// <summary>Le numéro du bon de commande, qui reconnaît une ligne déjà importée.</summary>
    public string? Reference { get; private init; }

    /// <summary>Déjà émise alors que le maximum était atteint : enregistrée, avec sa raison (RG4.72).</summary>
    public bool EstDepassement { get; private init; }

    public string? Motif { get; private init; }
}

/// <summary>Ce dont un membre est informé.</summary>
public enum ObjetDInformation
{
    Notification,
    Resiliation,
}

/// <summary>L'information d'un membre figé, après la notification ou la résiliation (S1, art. 3.1 ; RG4.91).</summary>
public sealed class InformationDeMembre
{
    private InformationDeMembre() { }

    public InformationDeMembre(
        MarcheId marche,
        CollectiviteId collectivite,
        ObjetDInformation objet,
        string adresse,
        Guid envoi,
        DateTimeOffset le
    ) => (Marche, Collectivite, Objet, Adresse, Envoi, Le) = (marche, collectivite, objet, adresse, envoi, le);

    /// <summary>Le premier courriel n'a pas été remis : un autre l'a remplacé.</summary>
    public void Refaire(string adresse, Guid envoi, DateTimeOffset le) => (Adresse, Envoi, Le) = (adresse, envoi, le);

    public MarcheId Marche { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    public ObjetDInformation Objet { get; private init; }

    public string Adresse { get; private set; } = "";

    /// <summary>L'envoi de courriel : la preuve, avec son heure et ce que le serveur a répondu.</summary>
    public Guid Envoi { get; private set; }

    public DateTimeOffset Le { get; private set; }
}

/// <summary>Le bilan annuel d'exécution d'un membre (S1, art. 4 ; RG7.01).</summary>
public sealed class BilanDeMembre
{
    public const int LongueurDuTexte = 2000;

    private BilanDeMembre() { }

    public BilanDeMembre(MarcheId marche, CollectiviteId collectivite, int annee, DateOnly attenduLe) =>
        (Marche, Collectivite, Annee, AttenduLe) = (marche, collectivite, annee, attenduLe);

    public MarcheId Marche { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    public int Annee { get; private init; }

    public DateOnly AttenduLe { get; private init; }

    /// <summary>Null tant que le membre n'a pas rendu son bilan.</summary>
    public DateTimeOffset? RenduLe { get; private set; }

    public string? RenduPar { get; private set; }

    /// <summary>Le dernier jour où le membre en retard a été relancé.</summary>
    public DateOnly? RelanceLe { get; private set; }

    public int Relances { get; private set; }

    /// <summary>Les commandes de l'année telles que le membre les déclare, en centimes HT.</summary>
    public long? MontantDeclareCentimes { get; private set; }

    /// <summary>De 1 (mauvaise) à 4 (bonne).</summary>
    public int? Satisfaction { get; private set; }

    public string? BesoinsRestants { get; private set; }

    public string? IncidentsEtPenalites { get; private set; }

    public void Rendre(MontantHt montant, int satisfaction, string? besoins, string? incidents, string par, DateTimeOffset le)
    {
        Verdict.De(new Procedures.Regles.MontantPositif(montant), new Regles.SatisfactionDeUnAQuatre(satisfaction)).Exiger();
        (MontantDeclareCentimes, Satisfaction, RenduLe) = (montant.Centimes, satisfaction, le);
        RenduPar = par.Length > 200 ? par[..200] : par;
        BesoinsRestants = string.IsNullOrWhiteSpace(besoins) ? null : besoins.Trim();
        IncidentsEtPenalites = string.IsNullOrWhiteSpace(incidents) ? null : incidents.Trim();
    }

    /// <summary>Dit si une relance automatique est due : à l'approche du terme, puis à intervalle régulier jusqu'au bilan.</summary>
    /// <param name="jour">Le jour.</param>
    /// <param name="ecart">Combien de jours avant le terme elle commence, et combien en séparent deux.</param>
    public bool AttendUneRelance(DateOnly jour, int ecart) =>
        RenduLe is null
        && jour >= AttenduLe.AddDays(-ecart)
        && (RelanceLe is not { } derniere || jour >= derniere.AddDays(ecart));

    /// <summary>Note une relance ; un bilan rendu n'en reçoit plus.</summary>
    public void Relancer(DateOnly jour)
    {
        if (RenduLe is null)
        {
            (RelanceLe, Relances) = (jour, Relances + 1);
        }
    }
}

/// <summary>Une version du bordereau des prix d'un marché, valable à partir d'un jour ; les précédentes restent.</summary>
public sealed class VersionDeBpu
{
    private VersionDeBpu() { }

    public VersionDeBpu(MarcheId marche, int numero, DateOnly du, string? conditions, string par, DateTimeOffset le)
    {
        (Marche, Numero, Du, Le) = (marche, numero, du, le);
        Conditions = string.IsNullOrWhiteSpace(conditions) ? null : conditions.Trim();
        Par = par.Length > 200 ? par[..200] : par;
    }

    public MarcheId Marche { get; private init; }

    public int Numero { get; private init; }

    /// <summary>Le premier jour où ces prix valent ; jusqu'à la veille de la version suivante.</summary>
    public DateOnly Du { get; private init; }

    /// <summary>Les conditions de paiement.</summary>
    public string? Conditions { get; private init; }

    public string Par { get; private init; } = "";

    public DateTimeOffset Le { get; private init; }
}

/// <summary>Un prix d'une version du bordereau.</summary>
public sealed class PrixDuBpu
{
    public const int LongueurDeLaDesignation = 300;

    private PrixDuBpu() { }

    public PrixDuBpu(MarcheId marche, int version, int ligne, string designation, string unite, decimal prix) =>
        (Marche, Version, Ligne, Designation, Unite, Prix) = (marche, version, ligne, designation.Trim(), unite.Trim(), prix);

    public MarcheId Marche { get; private init; }

    public int Version { get; private init; }

    /// <summary>Le numéro de la ligne : celui de la ligne gelée du recensement quand elle en vient (RG5.22).</summary>
    public int Ligne { get; private init; }

    public string Designation { get; private init; } = "";

    public string Unite { get; private init; } = "";

    public decimal Prix { get; private init; }
}
